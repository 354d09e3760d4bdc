; Teacup for Windows, by Inno Setup 6. Written with care and by its manual; not run on this project's machines yet.
; Build there, after `python -m PyInstaller --noconfirm build_installer.spec`:
;     iscc /DVersion=0.1.0 .ci\packages\teacup.iss
; Each user installs for herself, without an administrator. Only the firewall's rule asks for one, and is a choice.

#ifndef Version
  #error Say the version: iscc /DVersion=0.1.0
#endif
#define Name "Teacup"
#define Program "teacup.exe"
#define Rule "Teacup: phones in the shop's own network"

[Setup]
; Never change it: by it an update finds what it replaces.
AppId={{6B7F0E1C-3C53-4F5B-9B0B-5D1E5C7A4E11}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The Teacup founders
VersionInfoVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=teacup-{#Version}-windows
SetupIconFile=..\..\build\icons\teacup.ico
UninstallDisplayIcon={app}\{#Program}
Compression=lzma2/max
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
WizardStyle=modern
; A desk, server or kiosk that runs is asked to close, and started again afterwards.
CloseApplications=yes
RestartApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "it"; MessagesFile: "compiler:Languages\Italian.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"
Name: "pl"; MessagesFile: "compiler:Languages\Polish.isl"
Name: "pt"; MessagesFile: "compiler:Languages\BrazilianPortuguese.isl"
Name: "tr"; MessagesFile: "compiler:Languages\Turkish.isl"
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "startdesk"; Description: "Start Teacup when I log in"; Flags: unchecked
Name: "startkiosk"; Description: "Start the kiosk when I log in (on the computer by the door)"; Flags: unchecked
Name: "firewall"; Description: "Let phones in the shop's own network reach this computer (asks for an administrator)"

[InstallDelete]
; An update leaves no library of the version before it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\teacup\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{group}\{#Name} kiosk"; Filename: "{app}\{#Program}"; Parameters: "kiosk"
Name: "{group}\{#Name} sample shop"; Filename: "{app}\{#Program}"; Parameters: "sample"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
; The same values that the desk's own switches write.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "Teacup"; ValueData: """{app}\{#Program}"""; Tasks: startdesk
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: string; ValueName: "Teacup kiosk"; ValueData: """{app}\{#Program}"" kiosk"; Tasks: startkiosk

[Run]
; Private networks only: in a cafe's or an airport's network nobody reaches this computer.
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""{#Rule}"" dir=in action=allow program=""{app}\{#Program}"" protocol=TCP profile=private enable=yes"; Verb: runas; Flags: shellexec waituntilterminated runhidden; Tasks: firewall
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""{#Rule}"""; Verb: runas; Flags: shellexec waituntilterminated runhidden; RunOnceId: "firewall"; Check: HasRule

[Code]
const
  RunKey = 'Software\Microsoft\Windows\CurrentVersion\Run';

{ Only who chose the rule is asked for an administrator when Teacup goes. }
function HasRule: Boolean;
var
  Status: Integer;
begin
  Result := Exec(ExpandConstant('{sys}\netsh.exe'),
    'advfirewall firewall show rule name="{#Rule}"', '', SW_HIDE, ewWaitUntilTerminated, Status)
    and (Status = 0);
end;

{ What customers said is the shop's, not the program's: it stays, and the person is told where. }
procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step <> usPostUninstall then
    exit;
  RegDeleteValue(HKEY_CURRENT_USER, RunKey, 'Teacup');
  RegDeleteValue(HKEY_CURRENT_USER, RunKey, 'Teacup kiosk');
  if not UninstallSilent then
    MsgBox('Teacup is gone from this computer. Your shop''s data stay where they are:' + #13#10#13#10 +
      ExpandConstant('{localappdata}\teacup') + #13#10#13#10 +
      'Installed again, Teacup goes on from there. To forget the shop for good, delete that folder.',
      mbInformation, MB_OK);
end;

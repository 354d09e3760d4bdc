"""The words of `teacup notice`."""

from __future__ import annotations

from app.arguments import Commands, add_command, how_many, one_of
from app.domain.notices import PaperSize, PictureShape
from app.paper_command_line.paper import add_design, add_paper


def add_notice_command(commands: Commands) -> None:
    notice = add_command(commands, "notice", "make the notices of answered ideas", json=True)
    notice.add_argument("codes", metavar="CODE", nargs="+")
    add_paper(notice)
    add_design(notice)
    notice.add_argument(
        "--onto", type=one_of(PaperSize), choices=list(PaperSize), help="as many on each of these as it holds"
    )
    notice.add_argument("--copies", type=how_many, default=1, metavar="N", help="each notice so often")
    notice.add_argument(
        "--share",
        type=one_of(PictureShape),
        choices=list(PictureShape),
        help="not a sheet but a picture (PNG) for social media",
    )

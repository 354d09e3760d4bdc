// The tablet in the shop: hangs the notes in columns, keeps the wall fresh, and clears up after each visitor.
(function () {
  "use strict";
  var page = document, root = page.documentElement, told = page.body.dataset;
  var OVER = "/kiosk/over", VISIT = "teacup-visit";
  var QUIET_MILLISECONDS = 20000, REFRESH_MILLISECONDS = 5000, TRY_AGAIN_MILLISECONDS = 5000;
  var PATIENCE_MILLISECONDS = 6000, ROW = 4;
  function one(selector) { return page.querySelector(selector); }
  function kept(action) { try { return action(sessionStorage); } catch (error) { return null; } }

  // Notes hang where there is room highest up, so that the first ones stand in the first row.
  function hang() {
    page.querySelectorAll(".notes > li").forEach(function (item) {
      var rows = Math.ceil(item.offsetHeight / ROW);
      var span = "span " + Math.max(rows, 1);
      if (item.style.gridRowEnd !== span) item.style.gridRowEnd = span;
    });
  }
  var sizes = window.ResizeObserver && new ResizeObserver(hang);
  function watch() {
    if (!sizes) return;
    page.body.classList.add("hung");
    sizes.disconnect();
    page.querySelectorAll(".notes > li").forEach(function (item) { sizes.observe(item); });
    hang();
  }
  watch();

  // Nobody is led away from a page when nobody would answer: a browser's own page of errors stays for ever.
  var quiet = one("#quiet");
  function sayQuiet(on) {
    if (!quiet) return;
    if (on) quiet.textContent = quiet.dataset.text;
    quiet.hidden = !on;
  }
  function whenReached(go, otherwise) {
    var giveUp = new AbortController();
    var timer = setTimeout(function () { giveUp.abort(); }, PATIENCE_MILLISECONDS);
    fetch("/healthz", { cache: "no-store", signal: giveUp.signal }).then(function (answer) {
      if (!answer.ok) throw answer;
      clearTimeout(timer); sayQuiet(false); go();
    }).catch(function () { clearTimeout(timer); sayQuiet(true); if (otherwise) otherwise(); });
  }
  page.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || link.getAttribute("href").charAt(0) === "#") return;
    event.preventDefault();
    whenReached(function () { location.assign(link.href); });
  });
  page.addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter;
    if (event.defaultPrevented || form.dataset.reached || !button) return;
    event.preventDefault();
    whenReached(function () {
      form.dataset.reached = "yes";
      form.requestSubmit(button);
      delete form.dataset.reached;
    });
  });

  // A tap beside the list of languages closes it.
  var languages = one(".languages");
  page.addEventListener("pointerdown", function (event) {
    if (languages && !languages.contains(event.target)) languages.open = false;
  });

  // Who is here? A visit begins with the first touch and ends when nobody answers "Still there?".
  var still = one("#still"), left = one("#left"), countdown = JSON.parse(told.countdown);
  var idle = Number(told.idle) * 1000, ask = Number(told.ask) * 1000;
  var touchedAt = Date.now(), leaving = false;
  var visiting = !("untouched" in told) || !!kept(function (box) { return box.getItem(VISIT); });
  function touched() {
    touchedAt = Date.now(); visiting = true;
    kept(function (box) { box.setItem(VISIT, "yes"); });
  }
  ["pointerdown", "touchmove", "keydown", "input", "wheel"].forEach(function (kind) {
    window.addEventListener(kind, touched, { passive: true, capture: true });
  });
  // Not with the touch itself: what lies under the question would get the rest of it.
  if (still) still.addEventListener("click", function () { still.close(); });
  function tell(milliseconds) {
    var seconds = Math.ceil(milliseconds / 1000);
    var step = Object.keys(countdown).map(Number).filter(function (one) { return one >= seconds; });
    var words = countdown[Math.min.apply(null, step)];
    if (words && left && left.textContent !== words) left.textContent = words;
    if (still && !still.open) { if (still.showModal) still.showModal(); else still.setAttribute("open", ""); }
  }
  // What was written goes at once, whether or not anybody answers.
  function forget() {
    page.querySelectorAll("form").forEach(function (form) { form.reset(); });
    kept(function (box) { box.clear(); });
    root.classList.remove("large", "contrast");
    if (!("wall" in told)) one("#main").replaceChildren();
  }
  function over() {
    if (leaving) return;
    leaving = true;
    forget();
    whenReached(function () { location.replace(OVER); }, function () {
      if (still && still.open) still.close();
      setTimeout(function () { leaving = false; over(); }, TRY_AGAIN_MILLISECONDS);
    });
  }
  setInterval(function () {
    if (!visiting || leaving) return;
    var remains = idle + ask - (Date.now() - touchedAt);
    if (remains <= 0) over();
    else if (remains <= ask) tell(remains);
    else if (still && still.open && remains < idle + ask - 1000) still.close();
  }, 500);
  // A page that comes out of the browser's memory is somebody else's.
  window.addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });

  // The wall as it is now, but never under a finger: only when nobody touched or moved it for a while.
  var known = "", shown = one("#main").innerHTML, asking = false;
  function assets(any) {
    return Array.from(any.querySelectorAll("link[rel=stylesheet], script[src]")).map(function (one) {
      return one.getAttribute("href") || one.getAttribute("src");
    }).join();
  }
  function rests() {
    var untouched = !visiting || Date.now() - touchedAt >= QUIET_MILLISECONDS;
    return untouched && window.scrollY < ROW && !still.open;
  }
  function hangAnew(html) {
    var fresh = new DOMParser().parseFromString(html, "text/html");
    if (assets(fresh) !== assets(page)) { location.reload(); return; }
    var main = fresh.querySelector("#main");
    if (!main || main.innerHTML === shown || !rests()) return;
    shown = main.innerHTML;
    one("#main").replaceChildren.apply(one("#main"), Array.from(main.childNodes));
    watch();
  }
  function refresh() {
    if (asking || leaving || !rests()) return;
    asking = true;
    fetch(location.href, { cache: "no-cache" }).then(function (answer) {
      if (!answer.ok) throw answer;
      var tag = answer.headers.get("etag");
      sayQuiet(false);
      if (tag && tag === known) return "";
      return answer.text().then(function (html) { hangAnew(html); known = tag; });
    }).catch(function () { sayQuiet(true); }).then(function () { asking = false; });
  }
  if ("wall" in told && !one(".find")) setInterval(refresh, REFRESH_MILLISECONDS);
})();

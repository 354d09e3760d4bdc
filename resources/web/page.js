// Helps where it can; every page works without it.
(function () {
  "use strict";
  var page = document;
  function one(selector) { return page.querySelector(selector); }
  function made(tag, text, className) {
    var element = page.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }
  function later(work, milliseconds) {
    var timer;
    return function () { clearTimeout(timer); timer = setTimeout(work, milliseconds); };
  }
  // Storage may be switched off or full; a draft is a comfort, not a promise.
  function kept(action) { try { return action(localStorage); } catch (error) { return null; } }

  // Me too, without leaving the place on the wall.
  function vote(path, want, token) {
    return fetch(path, {
      method: "POST", credentials: "same-origin",
      headers: { "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token: token, want: want })
    }).then(function (answer) { if (!answer.ok) throw answer; return answer.json(); });
  }
  var votes = one("[data-votes]");
  if (votes && window.fetch) votes.addEventListener("submit", function (event) {
    var corner = event.submitter;
    if (!corner) return;
    event.preventDefault();
    if (corner.dataset.busy) return;
    corner.dataset.busy = "yes";
    unsaid(corner);
    vote(corner.getAttribute("formaction"), corner.value, votes.elements.token.value).then(function (now) {
      corner.setAttribute("aria-pressed", now.given ? "true" : "false");
      corner.value = now.given ? "0" : "1";
      // In a storm nobody is told how often, until it is chosen.
      var count = corner.querySelector("b");
      if (count) count.textContent = now.votes;
      delete corner.dataset.busy;
    }).catch(function (trouble) {
      delete corner.dataset.busy;
      // What the server answered, it says best itself; without an answer the visitor stays at the wall.
      if (!(trouble instanceof Response)) { say(corner, votes.dataset.offline); return; }
      if (trouble.status === 409) { trouble.json().then(function (told) { say(corner, told.error); }); return; }
      votes.action = corner.getAttribute("formaction"); addWant(corner.value); votes.submit();
    });
  });
  function say(corner, sentence) {
    var line = made("p", sentence, "wrong");
    line.setAttribute("role", "alert");
    corner.closest(".strip").after(line);
  }
  function unsaid(corner) {
    var line = corner.closest(".strip").nextElementSibling;
    if (line && line.matches(".wrong")) line.remove();
  }
  function addWant(value) {
    var field = made("input");
    field.type = "hidden"; field.name = "want"; field.value = value;
    votes.appendChild(field);
  }

  // The draft stays until it is sent, and is gone then.
  var text = one("#text"), form = one("[data-draft]"), sent = one("[data-sent]");
  function draft(parent) { return "teacup-draft" + parent; }
  if (sent) kept(function (box) { box.removeItem(draft(sent.dataset.sent)); });
  if (form && text) {
    var key = draft(form.dataset.draft);
    if (!text.value) text.value = kept(function (box) { return box.getItem(key); }) || "";
    text.addEventListener("input", function () { kept(function (box) { box.setItem(key, text.value); }); });
  }

  // What was complained about is being mended: the complaint goes.
  page.querySelectorAll("[aria-invalid]").forEach(function (box) {
    box.addEventListener("input", function () {
      var complaint = one("#" + box.getAttribute("aria-describedby"));
      if (complaint) complaint.remove();
      box.removeAttribute("aria-invalid"); box.removeAttribute("aria-describedby");
    }, { once: true });
  });

  // A form leaves the page only when somebody is there to take it.
  var sending = one("[data-sending]"), PATIENCE = 8000;
  if (sending && window.fetch && window.AbortController) {
    var button = sending.querySelector("button.go"), usual = Array.from(button.childNodes);
    var rest = function () {
      sending.removeAttribute("aria-busy");
      button.replaceChildren.apply(button, usual);
    };
    sending.addEventListener("submit", function (event) {
      event.preventDefault();
      if (sending.getAttribute("aria-busy")) return;
      var old = one("#no-connection"), giveUp = new AbortController();
      if (old) old.remove();
      sending.setAttribute("aria-busy", "true");
      button.textContent = sending.dataset.sending;
      var timer = setTimeout(function () { giveUp.abort(); }, PATIENCE);
      fetch("/healthz", { cache: "no-store", signal: giveUp.signal }).then(function () {
        clearTimeout(timer); sending.submit();
      }, function () {
        clearTimeout(timer); rest();
        var line = made("p", sending.dataset.offline, "wrong");
        line.id = "no-connection"; line.setAttribute("role", "alert");
        button.before(line);
      });
    });
    window.addEventListener("pageshow", rest);
  }

  // How much is too much, counted as the server counts where the browser can.
  var count = one("#count");
  function length(words) {
    if (!window.Intl || !Intl.Segmenter) return Array.from(words).length;
    return Array.from(new Intl.Segmenter().segment(words)).length;
  }
  if (text && count) text.addEventListener("input", later(function () {
    var over = length(text.value.trim()) - Number(text.dataset.limit);
    count.hidden = over <= 0;
    count.textContent = over > 0 ? count.dataset.many.replace("{}", over) : "";
  }, 200));

  // What others said already, and what was answered.
  var alike = one("#alike"), asked = "";
  function drawn(idea) {
    var item = made("li"), line = made("p", "");
    // On the shop's tablet nothing leads away from what is being written.
    var link = made("unlinked" in alike.dataset ? "span" : "a", idea.text);
    if (link.matches("a")) { link.href = "/i/" + idea.id; link.target = "_blank"; }
    link.dir = "auto";
    line.appendChild(link); item.appendChild(line);
    var voice = idea.response ? made("p", "", "voice") : line;
    if (idea.response) {
      voice.append(made("bdi", idea.response.text), " ", made("b", idea.response.signed));
      item.appendChild(voice);
    }
    var corner = made("button", alike.dataset.meToo, "word");
    corner.type = "button";
    corner.addEventListener("click", function () {
      vote((alike.dataset.voteAt || "/ideas") + "/" + idea.id + "/vote", "1", text.form.dataset.votesToken).then(function () {
        corner.replaceWith(made("span", " " + alike.dataset.thanks, "soft"));
      }).catch(function () {});
    });
    voice.appendChild(corner);
    return item;
  }
  function show(ideas) {
    alike.replaceChildren();
    alike.hidden = !ideas.length;
    if (!ideas.length) return;
    alike.appendChild(made("p", ideas[0].response ? alike.dataset.answered : alike.dataset.open, "small"));
    var list = made("ul");
    ideas.slice(0, 3).forEach(function (idea) { list.appendChild(drawn(idea)); });
    alike.appendChild(list);
  }
  if (alike && text && window.fetch) text.addEventListener("input", later(function () {
    var words = text.value.trim();
    if (words === asked) return;
    asked = words;
    if (words.length < 8) { show([]); return; }
    fetch("/similar?q=" + encodeURIComponent(words.slice(0, 300))).then(function (answer) {
      return answer.ok ? answer.json() : { ideas: [] };
    }).then(function (found) { if (words === asked) show(found.ideas); }).catch(function () {});
  }, 350));

  // The claim code: its link copied, or a picture of it.
  var copy = one("[data-copy]");
  function copied(address) {
    if (navigator.clipboard) return navigator.clipboard.writeText(address);
    var box = made("textarea", address);
    page.body.appendChild(box); box.select();
    var done = page.execCommand("copy");
    box.remove();
    return done ? Promise.resolve() : Promise.reject();
  }
  if (copy) {
    copy.hidden = false;
    copy.addEventListener("click", function () {
      copied(copy.dataset.copy).then(function () { copy.textContent = copy.dataset.copied; }, function () {});
    });
  }
  var picture = one("[data-picture]");
  if (picture && window.HTMLCanvasElement && HTMLCanvasElement.prototype.toBlob) {
    picture.hidden = false;
    picture.addEventListener("click", function () {
      var sheet = made("canvas"), style = getComputedStyle(page.body).fontFamily;
      sheet.width = 1080; sheet.height = 620;
      var pen = sheet.getContext("2d");
      pen.fillStyle = "#fffdf6"; pen.fillRect(0, 0, 1080, 620);
      pen.fillStyle = "#2b2622"; pen.textAlign = "center";
      [[picture.dataset.title, 52, 120], [picture.dataset.label, 40, 240], [picture.dataset.picture, 128, 390],
       [picture.dataset.address, 36, 520]].forEach(function (line) {
        pen.font = (line[1] > 100 || line[1] === 52 ? "bold " : "") + line[1] + "px " + style;
        pen.fillText(line[0], 540, line[2], 1000);
      });
      sheet.toBlob(function (blob) {
        var link = made("a");
        link.href = URL.createObjectURL(blob);
        link.download = "idea-" + picture.dataset.picture.replace(/ /g, "") + ".png";
        page.body.appendChild(link); link.click(); link.remove();
      });
    });
  }
})();

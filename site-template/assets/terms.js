(function () {
  "use strict";
  var root = document.documentElement;

  /* The definition of a term beside its link, for mouse, keyboard and touch: one card for the whole page. Without this
     script a link has its definition as a title, and the page has a list of them. */
  var showDelay = 250;
  var hideDelay = 300;
  var edge = 16;
  var gap = 6;
  var shown = null;
  var timer = 0;

  var card = element("div", "definition-card");
  var name = element("p", "definition-name");
  var text = element("p", "definition-text");
  var tools = element("p", "definition-tools");
  var more = element("a", "button");
  var close = element("button", "button");
  card.hidden = true;
  card.tabIndex = -1;
  name.id = "page:definition-name";
  close.type = "button";
  close.textContent = "Close";
  tools.append(more, " ", close);
  card.append(name, text, tools);

  function element(tag, className) {
    var made = document.createElement(tag);
    made.className = className;
    return made;
  }

  function show(term, point, byTouch) {
    window.clearTimeout(timer);
    if (!card.isConnected) document.querySelector("main").append(card);
    shown = term;
    name.textContent = term.name;
    text.textContent = term.definition;
    more.textContent = "Read about " + term.name;
    more.href = term.link.href;
    tools.hidden = !byTouch;
    card.hidden = false;
    place(point);
    /* Pointed at, the card is text beside a link that has it as its description. Tapped, it has something to do in it,
       and a screen reader must go there. */
    if (byTouch) {
      card.setAttribute("role", "dialog");
      card.setAttribute("aria-labelledby", name.id);
      card.focus({ preventScroll: true });
    } else {
      card.removeAttribute("role");
      card.removeAttribute("aria-labelledby");
    }
  }

  /* Below the line of the link at the point, or above it where only that is free. It scrolls with the text. */
  function place(point) {
    var lines = Array.from(shown.link.getClientRects());
    var line = lines.find(function (box) { return point && point.y <= box.bottom; }) || lines[0];
    if (!line) return hide();
    var height = card.offsetHeight + gap;
    var fitsBelow = line.bottom + height <= window.innerHeight;
    var top = fitsBelow || line.top < height ? line.bottom + gap : line.top - height;
    var room = root.clientWidth - edge - card.offsetWidth;
    var left = Math.max(edge, Math.min(line.left, room));
    card.style.setProperty("--left", left + window.scrollX + "px");
    card.style.setProperty("--top", top + window.scrollY + "px");
  }

  function hide() {
    window.clearTimeout(timer);
    shown = null;
    card.hidden = true;
  }

  function dismiss() {
    var term = shown;
    var hadFocus = card.contains(document.activeElement);
    hide();
    if (!hadFocus) return;
    term.link.focus({ preventScroll: true });
    hide();
  }

  function leave(event) {
    if (event.pointerType === "touch") return;
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      if (shown && !shown.link.matches(":focus-visible")) hide();
    }, hideDelay);
  }

  function follow(term) {
    var link = term.link;
    var byTouch = false;
    link.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "touch") return;
      var point = { y: event.clientY };
      window.clearTimeout(timer);
      if (shown !== term) timer = window.setTimeout(function () { show(term, point, false); }, showDelay);
    });
    link.addEventListener("pointerleave", leave);
    link.addEventListener("focus", function () {
      if (link.matches(":focus-visible")) show(term, null, false);
    });
    link.addEventListener("blur", function () {
      if (shown === term && tools.hidden && !link.matches(":hover") && !card.matches(":hover")) hide();
    });
    link.addEventListener("pointerdown", function (event) { byTouch = event.pointerType === "touch"; });
    link.addEventListener("click", function (event) {
      /* The first tap shows, the second one follows. A click that is no tap at all (detail 0) comes from a key. */
      if (!byTouch || event.detail === 0 || shown === term) return;
      event.preventDefault();
      show(term, { y: event.clientY }, true);
    });
  }

  /* What a title said, a hidden element says from now on: a browser would show the title as well. Text in a closed fold
     describes nothing, so the list of terms only gives the names. */
  var names = new Map();
  var descriptions = new Map();
  var store = element("div", "definitions");
  function describe(definition) {
    if (descriptions.has(definition)) return descriptions.get(definition);
    var description = element("p", "definition");
    description.id = "page:definition-" + (descriptions.size + 1);
    description.textContent = definition;
    descriptions.set(definition, description);
    return store.appendChild(description);
  }
  document.querySelectorAll(".terms dt + dd").forEach(function (definition) {
    names.set(definition.textContent, definition.previousElementSibling.textContent);
  });
  document.querySelectorAll("a.term[title]").forEach(function (link) {
    var definition = link.title;
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", describe(definition).id);
    follow({ link: link, name: names.get(definition) || link.textContent, definition: definition });
  });
  store.hidden = true;
  document.body.append(store);

  close.addEventListener("click", dismiss);
  card.addEventListener("pointerenter", function () { window.clearTimeout(timer); });
  card.addEventListener("pointerleave", leave);
  card.addEventListener("focusout", function (event) {
    var next = event.relatedTarget;
    if (shown && next && next !== shown.link && !card.contains(next)) hide();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    window.clearTimeout(timer);
    if (shown) dismiss();
  });
  /* A tap outside; what begins as one and scrolls ends without this event. */
  document.addEventListener("pointerup", function (event) {
    if (shown && !card.contains(event.target) && !shown.link.contains(event.target)) hide();
  });
  /* A frame in the text scrolls: the link moves away from its card. */
  document.addEventListener("scroll", function (event) {
    if (shown && event.target !== document) hide();
  }, true);
  window.addEventListener("resize", function () { if (shown) place(null); });
  window.addEventListener("pagehide", hide);
})();

(function () {
  "use strict";
  var root = document.documentElement;
  var svg = "http://www.w3.org/2000/svg";

  /* Theme: auto, light, dark */
  var key = "milepost-theme";
  var order = ["auto", "light", "dark"];
  var words = { auto: "Theme: auto", light: "Theme: light", dark: "Theme: dark" };
  var marks = {
    auto: "M8 1a7 7 0 0 1 0 14z",
    light: "",
    dark: "M8 1a7 7 0 0 1 0 14a7 7 0 0 1 0-14z"
  };

  function currentTheme() {
    var theme = root.getAttribute("data-theme");
    return order.indexOf(theme) < 0 ? "auto" : theme;
  }

  function remember(theme) {
    try {
      if (theme === "auto") window.localStorage.removeItem(key);
      else window.localStorage.setItem(key, theme);
    } catch (error) { /* Storage may be closed: the choice then lasts for this page. */ }
  }

  function themeSwitch(slot) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "theme-switch";
    var mark = document.createElementNS(svg, "svg");
    mark.setAttribute("class", "theme-mark");
    mark.setAttribute("viewBox", "0 0 16 16");
    mark.setAttribute("aria-hidden", "true");
    var ring = document.createElementNS(svg, "circle");
    ring.setAttribute("cx", "8");
    ring.setAttribute("cy", "8");
    ring.setAttribute("r", "6.5");
    ring.setAttribute("fill", "none");
    ring.setAttribute("stroke", "currentColor");
    var fill = document.createElementNS(svg, "path");
    fill.setAttribute("fill", "currentColor");
    mark.appendChild(ring);
    mark.appendChild(fill);
    var word = document.createElement("span");
    word.className = "theme-word";
    button.appendChild(mark);
    button.appendChild(word);

    function show() {
      var theme = currentTheme();
      word.textContent = words[theme];
      fill.setAttribute("d", marks[theme]);
    }
    button.addEventListener("click", function () {
      var theme = order[(order.indexOf(currentTheme()) + 1) % order.length];
      root.setAttribute("data-theme", theme);
      remember(theme);
      show();
      say(words[theme]);
    });
    window.addEventListener("storage", function (event) {
      if (event.key !== key) return;
      root.setAttribute("data-theme", order.indexOf(event.newValue) < 0 ? "auto" : event.newValue);
      show();
    });
    show();
    slot.appendChild(button);
  }

  /* One polite line for screen readers */
  var live = document.createElement("div");
  live.className = "visually-hidden";
  live.setAttribute("role", "status");
  function say(text) {
    live.textContent = "";
    window.setTimeout(function () { live.textContent = text; }, 50);
  }

  /* Copy */
  function copyBySelection(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    area.setAttribute("readonly", "");
    document.body.appendChild(area);
    var focused = document.activeElement;
    area.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    area.remove();
    if (focused) focused.focus();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  function copy(text) {
    if (!navigator.clipboard || !navigator.clipboard.writeText) return copyBySelection(text);
    return navigator.clipboard.writeText(text).catch(function () { return copyBySelection(text); });
  }

  function copyButton(pre, label) {
    var button = document.createElement("button");
    var timer = 0;
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    function answer(shown, spoken) {
      button.textContent = shown;
      say(spoken);
      window.clearTimeout(timer);
      timer = window.setTimeout(function () { button.textContent = label; }, 2500);
    }
    button.addEventListener("click", function () {
      copy(pre.textContent).then(
        function () { answer("Copied", "Copied"); },
        function () { answer("Copy failed", "The text could not be copied. Select it and copy it by hand."); }
      );
    });
    return button;
  }

  function addCopyButtons() {
    document.querySelectorAll(".sheet").forEach(function (sheet) {
      var tools = sheet.querySelector(".sheet-tools");
      var pre = sheet.querySelector("pre");
      if (tools && pre) tools.insertBefore(copyButton(pre, "Copy template"), tools.firstChild);
    });
    document.querySelectorAll(".prose pre").forEach(function (pre) {
      var frame = document.createElement("div");
      frame.className = "code";
      pre.parentNode.insertBefore(frame, pre);
      frame.appendChild(pre);
      frame.appendChild(copyButton(pre, "Copy"));
    });
  }

  /* The contents show where the reader is */
  function followContents() {
    var links = [];
    document.querySelectorAll(".contents a[href*='#']").forEach(function (link) {
      var id = decodeURIComponent(link.hash.slice(1));
      var heading = id && document.getElementById(id);
      if (heading) links.push({ link: link, heading: heading });
    });
    if (!links.length) return;
    var waiting = false;
    function mark() {
      waiting = false;
      var now = null;
      var edge = Math.min(160, window.innerHeight / 3);
      links.forEach(function (entry) {
        if (entry.heading.getBoundingClientRect().top <= edge) now = entry;
      });
      if (window.innerHeight + window.scrollY >= root.scrollHeight - 2 && window.scrollY > 0) {
        links.forEach(function (entry) {
          if (entry.heading.getBoundingClientRect().top < window.innerHeight) now = entry;
        });
      }
      links.forEach(function (entry) {
        if (entry === now) entry.link.setAttribute("aria-current", "true");
        else entry.link.removeAttribute("aria-current");
      });
    }
    function ask() {
      if (waiting) return;
      waiting = true;
      window.requestAnimationFrame(mark);
    }
    window.addEventListener("scroll", ask, { passive: true });
    window.addEventListener("resize", ask, { passive: true });
    ask();
  }

  /* A section that went to another page: its entry at the end of this one leads on */
  function followMovedSections() {
    function go() {
      var id = window.location.hash.slice(1);
      try { id = decodeURIComponent(id); } catch (error) { /* A lone % stays as it is. */ }
      var entry = id ? document.getElementById(id) : null;
      if (entry && entry.classList.contains("moved-section")) window.location.replace(entry.querySelector("a").href);
    }
    window.addEventListener("hashchange", go);
    go();
  }

  /* Wide screens show the navigation and the contents; an open menu never covers what has the focus */
  function folds() {
    var wide = window.matchMedia("(min-width: 1100px)");
    var all = document.querySelectorAll(".layout:not(.layout-plan, .layout-map) .menu, .layout:not(.layout-plan) .contents-fold");
    var menu = document.querySelector(".menu");
    function fit() {
      all.forEach(function (fold) { fold.open = wide.matches; });
    }
    function covers() {
      return menu.open && window.getComputedStyle(menu.querySelector(".menu-panel")).position === "fixed";
    }
    fit();
    wide.addEventListener("change", fit);
    if (!menu) return;
    var frame = document.querySelector(".site-nav");
    var current = menu.querySelector("[aria-current]");
    if (current && frame.scrollHeight > frame.clientHeight) {
      var below = current.getBoundingClientRect().bottom - frame.getBoundingClientRect().bottom;
      if (below > 0) frame.scrollTop = below + frame.clientHeight / 2;
    }
    menu.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !covers()) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("focusin", function (event) {
      if (!menu.contains(event.target) && covers()) menu.open = false;
    });
  }

  /* A topic in a drawing shows what it is connected with */
  function lightTopics(map) {
    function light(topic) {
      var near = {};
      map.querySelectorAll("[data-ends]").forEach(function (line) {
        var ends = line.getAttribute("data-ends").split(" ");
        var isLit = ends.indexOf(topic) >= 0;
        line.classList.toggle("is-lit", isLit);
        if (isLit) ends.forEach(function (end) { near[end] = true; });
      });
      map.querySelectorAll("[data-topic]").forEach(function (link) {
        link.classList.toggle("is-lit", near[link.getAttribute("data-topic")] === true);
      });
      map.classList.toggle("has-lit", topic !== null);
    }
    function follow(event) {
      var link = event.target.closest("[data-topic]");
      light(link ? link.getAttribute("data-topic") : null);
    }
    map.addEventListener("mouseover", follow);
    map.addEventListener("focusin", follow);
    ["mouseleave", "focusout"].forEach(function (name) {
      map.addEventListener(name, function () { light(null); });
    });
  }

  /* Search: nothing of it is loaded before the reader turns to it; then all that it starts from comes at once */
  function search(link) {
    var folder = new URL(".", link.href).href;
    var form = document.querySelector(".search-page");
    var home = document.querySelector(".home-search input");
    var waiting = {};
    var manifest = null;
    var ready = null;

    function add(name, values) {
      return new Promise(function (resolve, reject) {
        var element = Object.assign(document.createElement(name), values);
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
    }

    /* The bytes of a file of the index. To pages in a folder, browsers give scripts but no other files. */
    function load(name) {
      if (window.location.protocol !== "file:") {
        return fetch(folder + name, name === "manifest.bin" ? { cache: "no-cache" } : {}).then(function (response) {
          if (!response.ok) throw new Error(response.status);
          return response.arrayBuffer();
        }).then(function (bytes) { return new Uint8Array(bytes); });
      }
      var path = name.split("?")[0];
      return new Promise(function (resolve, reject) {
        waiting[path] = resolve;
        add("script", { src: folder + path + ".js" }).then(reject, reject);
      });
    }
    window.milepostSearchFile = function (name, text) {
      var resolve = waiting[name];
      delete waiting[name];
      if (resolve) resolve(Uint8Array.from(window.atob(text), function (letter) { return letter.charCodeAt(0); }));
    };

    function start() {
      if (ready) return ready;
      manifest = load("manifest.bin");
      manifest.catch(function () { /* Search says so when it is asked. */ });
      ready = Promise.all([
        add("script", { src: (form || link).dataset.script }),
        form || add("link", { rel: "stylesheet", href: link.dataset.style })
      ]).then(function () {
        return window.milepostSearch.startSearch({
          root: new URL("..", folder).href, link: link, form: form,
          load: function (name) {
            var first = name === "manifest.bin" && manifest;
            if (first) manifest = null;
            return first || load(name);
          }
        });
      });
      ready.catch(function () { ready = null; });
      return ready;
    }
    function open() {
      start().then(function (show) { show(home ? home.value : ""); }, function () {
        if (!form) window.location.assign(link.href);
      });
    }
    function usesSlash() {
      try { return window.localStorage.getItem("milepost-slash") !== "off"; } catch (error) { return true; }
    }

    [link, home].forEach(function (control) {
      if (!control) return;
      control.addEventListener("pointerenter", start);
      control.addEventListener("focus", start);
      control.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        open();
      });
    });
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
    document.addEventListener("keydown", function (event) {
      var isCommand = event.ctrlKey || event.metaKey;
      if (event.altKey || event.isComposing || event.repeat) return;
      if (isCommand ? event.shiftKey || event.key.toLowerCase() !== "k"
        : event.key !== "/" || event.target.closest("input, textarea, select, [contenteditable]") || !usesSlash()) return;
      event.preventDefault();
      open();
    });
    if (form) start().catch(function () {
      var line = document.querySelector(".search-fallback");
      line.textContent = "Search could not be loaded.";
      line.classList.add("is-shown");
    });
  }

  document.body.appendChild(live);
  var slot = document.querySelector(".theme-slot");
  if (slot) themeSwitch(slot);
  addCopyButtons();
  followContents();
  document.querySelectorAll(".map").forEach(lightTopics);
  folds();
  if (document.querySelector(".moved")) followMovedSections();
  var control = document.querySelector(".search-link[data-script]:not([data-script=''])");
  if (control && window.HTMLDialogElement && window.DecompressionStream) search(control);
})();

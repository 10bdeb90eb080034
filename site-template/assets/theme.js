(function () {
  "use strict";
  var choice = "auto";
  try {
    choice = window.localStorage.getItem("milepost-theme") || "auto";
  } catch (error) {
    choice = "auto";
  }
  if (choice !== "light" && choice !== "dark") choice = "auto";
  document.documentElement.setAttribute("data-theme", choice);
})();

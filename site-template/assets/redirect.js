/* On an old address: goes on to the new one, with the heading that was asked for. Without scripts the page itself does. */
(function () {
  "use strict";
  var id = window.location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch (error) { /* A lone % stays as it is. */ }
  var entry = id ? document.getElementById(id) : null;
  var link = document.querySelector(".moved-to");
  var address = link.href;
  if (entry && entry.classList.contains("moved-section")) address = entry.querySelector("a").href;
  else if (id && !link.hash) address += window.location.hash;
  window.location.replace(address);
})();

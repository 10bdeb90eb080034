(function () {
"use strict"
function askedElement() {
let id = location.hash.slice(1)
try { id = decodeURIComponent(id) } catch { /* A lone % stays as it is. */ }
return id ? document.getElementById(id) : null
}
const addressOfMoved = entry => entry?.classList.contains("moved-section") ? entry.querySelector("a").href : null
const link = document.querySelector(".moved-to")
const isWithoutHeading = location.hash.length > 1 && !link.hash
location.replace(addressOfMoved(askedElement()) ?? link.href + (isWithoutHeading ? location.hash : ""))
})()

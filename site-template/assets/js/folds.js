// Wide screens show the navigation and the contents; an open menu never covers what has the focus.

export function fitFolds() {
  const wide = matchMedia("(min-width: 1100px)")
  const folds = document.querySelectorAll(
    ".layout:not(.layout-plan, .layout-map) .menu, .layout:not(.layout-plan) .contents-fold")
  const fit = () => folds.forEach(fold => { fold.open = wide.matches })
  fit()
  wide.addEventListener("change", fit)
  const menu = document.querySelector(".menu")
  if (!menu) return
  showCurrent(menu)
  closeWhenInTheWay(menu)
}

/** Scrolls a navigation that is longer than the window to where the reader is. */
function showCurrent(menu) {
  const frame = document.querySelector(".site-nav")
  const current = menu.querySelector("[aria-current]")
  if (!current || frame.scrollHeight <= frame.clientHeight) return
  const below = current.getBoundingClientRect().bottom - frame.getBoundingClientRect().bottom
  if (below > 0) frame.scrollTop = below + frame.clientHeight / 2
}

function closeWhenInTheWay(menu) {
  const covers = () => menu.open && getComputedStyle(menu.querySelector(".menu-panel")).position === "fixed"
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !covers()) return
    menu.open = false
    menu.querySelector("summary").focus()
  })
  document.addEventListener("focusin", ({ target }) => {
    if (!menu.contains(target) && covers()) menu.open = false
  })
}

// Before a page shows: the light or the dark that its reader chose. It holds up the page, so it does nothing else.

import { THEME_KEY, themeOf } from "./theme-choice.js"

let theme
try { theme = localStorage.getItem(THEME_KEY) } catch { /* Storage may be closed. */ }
document.documentElement.dataset.theme = themeOf(theme)

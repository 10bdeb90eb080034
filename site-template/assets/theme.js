(function () {
"use strict"
const THEME_KEY = "milepost-theme"
const THEMES = ["auto", "light", "dark"]
const themeOf = text => THEMES.includes(text) ? text : "auto"
let theme
try { theme = localStorage.getItem(THEME_KEY) } catch { /* Storage may be closed. */ }
document.documentElement.dataset.theme = themeOf(theme)
})()

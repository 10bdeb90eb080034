// The choice between light and dark, as the browser keeps it and as `data-theme` says it to the style.

export const THEME_KEY = "milepost-theme"
export const THEMES = ["auto", "light", "dark"]

export const themeOf = text => THEMES.includes(text) ? text : "auto"

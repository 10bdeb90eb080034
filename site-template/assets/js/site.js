// What scripts add to every page. Without them a page holds and leads to the same.

import { followContents } from "./contents.js"
import { offerCopies } from "./copy.js"
import { fitFolds } from "./folds.js"
import { lightTopics } from "./map.js"
import { followMovedSections } from "./moved-sections.js"
import { offerSearch } from "./search-start.js"
import { offerThemes } from "./theme-switch.js"

const slot = document.querySelector(".theme-slot")
if (slot) offerThemes(slot)
offerCopies()
followContents()
document.querySelectorAll(".map").forEach(lightTopics)
fitFolds()
if (document.querySelector(".moved")) followMovedSections()
const control = document.querySelector(".search-link[data-script]:not([data-script=''])")
if (control && window.HTMLDialogElement && window.DecompressionStream) offerSearch(control)

// On an old address: goes on to the new one, with the heading that was asked for. Without scripts the page itself does.

import { addressOfMoved, askedElement } from "./fragment.js"

const link = document.querySelector(".moved-to")
const isWithoutHeading = location.hash.length > 1 && !link.hash
location.replace(addressOfMoved(askedElement()) ?? link.href + (isWithoutHeading ? location.hash : ""))

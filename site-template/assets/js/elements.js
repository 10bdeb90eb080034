// Elements of HTML.

/** An element; texts among its children become text nodes. */
export function make(name, attributes, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value)
  element.append(...children.flat().filter(child => child))
  return element
}

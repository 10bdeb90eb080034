"""Nothing is cut off on narrow screens, with a larger type or with more space between letters and lines."""

import pytest
from site_pages import EVERY_KIND

KINDS = [kind for kind, _, _ in EVERY_KIND]

# What does not fit: the page itself when it scrolls sideways, text and pictures outside of the window that nothing
# scrolls to, text that its box cuts off, and text that runs out of a box of fixed height. Text for screen readers alone
# is left out.
CUT_OFF = """scope => {
  document.querySelectorAll('main details').forEach(fold => { fold.open = true })
  const root = document.scrollingElement, width = root.clientWidth, faults = []
  if (root.scrollWidth > width) faults.push(`the page is ${root.scrollWidth} px wide in a window of ${width} px`)
  const isForScreenReaders = e => getComputedStyle(e).clipPath === 'inset(50%)'
  const isHidden = e => e.closest('.visually-hidden, .skip-link, svg *') || isForScreenReaders(e) ||
    !e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true})
  const scrolls = e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)
  const isInFrame = e => { while (e && !scrolls(e)) e = e.parentElement; return !!e }
  const name = e => e.tagName.toLowerCase() + (typeof e.className === 'string' && e.className ? '.' + e.className : '') +
    ' “' + (e.textContent || '').trim().split(/\\s+/).join(' ').slice(0, 40) + '”'
  const cuts = overflow => overflow === 'hidden' || overflow === 'clip'
  for (const e of document.querySelectorAll(scope)) {
    if (isHidden(e)) continue
    const texts = [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim())
    const boxes = []
    for (const text of texts) {
      const range = document.createRange()
      range.selectNodeContents(text)
      boxes.push(...range.getClientRects())
    }
    if (e.matches('img, svg, table, pre, input, button, .table-scroll')) boxes.push(e.getBoundingClientRect())
    const outside = boxes.find(box => box.width > 1 && (box.right > width + 1 || box.left < -1))
    if (outside && !isInFrame(e))
      faults.push(`outside: ${name(e)} from ${Math.round(outside.left)} to ${Math.round(outside.right)} px`)
    const style = getComputedStyle(e)
    if (!e.textContent.trim() || style.display === 'inline' || e.clientHeight === 0 || e.clientWidth <= 1) continue
    if (texts.length && cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1) faults.push(`cut at the side: ${name(e)}`)
    if (texts.length && cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1) faults.push(`cut below: ${name(e)}`)
    const isFixed = e.matches('.header-row, .menu-button, .search-link, .button, .theme-switch')
    if (isFixed && style.overflowY === 'visible' && e.scrollHeight > e.clientHeight + 4)
      faults.push(`runs out of ${name(e)}: ${e.scrollHeight} px in ${e.clientHeight} px`)
  }
  return faults.slice(0, 12)
}"""

# WCAG 2.2, 1.4.12
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
TWICE_THE_SIZE = "html { font-size: 200% !important; }"

# (what the reader did, width of the window, style that the reader adds). A window of 1280 px at 200 % is one of 640 px.
WISHES = [
    ("a window of 320 px", 320, ""),
    ("a zoom of 200 %", 640, ""),
    ("more space in the text", 1280, TEXT_SPACING),
    ("more space in the text of a phone", 320, TEXT_SPACING),
    ("letters of twice the size", 1280, TWICE_THE_SIZE),
    ("letters of twice the size in half the window", 640, TWICE_THE_SIZE),
]


def faults_of(page, scope: str) -> str:
    style = page.add_style_tag(content="/* what the reader adds */")
    faults = []
    for wish, width, rules in WISHES:
        page.set_viewport_size({"width": width, "height": 800 if width != 640 else 400})
        style.evaluate("(style, rules) => { style.textContent = rules }", rules)
        faults += [f"{wish}: {fault}" for fault in page.evaluate(CUT_OFF, scope)]
    return "\n".join(faults)


@pytest.mark.parametrize("kind, name, address", EVERY_KIND, ids=KINDS)
def test_nothing_of_a_page_is_cut_off(kind, name, address, sites, open_page):
    page = open_page(sites[name].url(address), bypass_csp=True)
    assert not (faults := faults_of(page, "body *:not(header, header *)")), "\n" + faults


@pytest.mark.parametrize("name", ["handbook", "features"])
def test_nothing_of_the_header_is_cut_off(name, sites, open_page):
    page = open_page(sites[name].url("sources/index.html"), bypass_csp=True)
    assert not (faults := faults_of(page, "header, header *")), "\n" + faults

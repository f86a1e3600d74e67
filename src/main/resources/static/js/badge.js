/** Puts the number of offers that wait before the title, for whoever looks at something else. */

let badge = ''

function count() {
  const waiting = [...document.querySelectorAll('#offers [data-offer]')].filter(it => it.checkVisibility()).length
  const { title } = document
  const bare = title.startsWith(badge) ? title.slice(badge.length) : title

  badge = waiting ? `(${waiting}) ` : ''
  if (title !== badge + bare) {
    document.title = badge + bare
  }
}

count()

for (const swapped of ['htmx:oobAfterSwap', 'htmx:afterSettle']) {
  document.addEventListener(swapped, count)
}

// Other scripts rename the page
new MutationObserver(count).observe(document.querySelector('title'), { childList: true })

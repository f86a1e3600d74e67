/** Says in words what happens if nobody answers, and lets the sender change it. What is shown is what is sent. */

const ladder = () => document.getElementById('ladder')
const list = () => document.getElementById('ladder-rungs')
const first = () => document.getElementById('ladder-seconds')
const rungs = () => [...list().querySelectorAll('[data-rung]')]
const who = rung => rung.querySelector('select')
const time = rung => rung.querySelector('input')

let chosen = null
let usual = []
let ownTime = false
let ownRungs = false

const fill = (text, ...values) => values.reduce((it, value, at) => it.replace(`{${at}}`, () => value), text)
const isQueue = sid => sid.startsWith('WQ')
const patience = sid => isQueue(sid) ? ladder().dataset.queue : ladder().dataset.agent

/** A name that is written the other way round must not take the words around it along. */
const isolated = name => `\u2068${name}\u2069`

function inWords(typed) {
  const texts = ladder().dataset
  const seconds = /^\s*\d+\s*$/.test(typed) ? Number(typed) : 0

  if (seconds < 5 || seconds > 86400) {
    return texts.wrong
  }

  return seconds % 3600 === 0 ? fill(texts.h, seconds / 3600)
    : seconds % 60 === 0 ? fill(texts.min, seconds / 60) : fill(texts.s, seconds)
}

function beginning() {
  const texts = ladder().dataset

  if (!chosen && !ownTime) {
    return fill(texts.unchosen, inWords(texts.agent), inWords(texts.queue))
  }

  return fill(texts.first, chosen ? isolated(chosen.name) : texts.anybody, inWords(first().value || patience(sid())))
}

const sid = () => chosen?.sid ?? ''

function describe() {
  const transfer = document.getElementById('ladder-transfer')
  const invite = document.getElementById('ladder-invite')
  const label = chosen ? isolated(chosen.name) : ladder().dataset.anybody

  document.getElementById('ladder-seconds-label').textContent = fill(ladder().dataset.firstSeconds, label)

  if (transfer) {
    const next = rungs().filter(it => who(it).value).map(it =>
      fill(ladder().dataset.then, isolated(who(it).selectedOptions[0].text), inWords(time(it).value)))
    const { end, sender, fallback } = transfer.dataset
    write(transfer, beginning() + next.join('') + fill(end, inWords(sender), isolated(fallback)))
    document.getElementById('ladder-add').disabled = rungs().length >= Number(ladder().dataset.most)
  }

  if (invite) {
    write(invite, beginning() + invite.dataset.end)
  }
}

function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text
  }
}

/** What the settings say of whoever is chosen now, but for what the sender has changed. */
function follow() {
  if (!ownTime) {
    first().value = patience(sid())
  }
  if (!ownRungs) {
    rungs().forEach(it => it.remove())
    list().append(...usual.filter(it => who(it).value !== sid()))
  }
  describe()
}

function add() {
  const rung = document.getElementById('ladder-rung').content.cloneNode(true)

  list().append(rung)
  ownRungs = true
  describe()
  who(rungs().at(-1)).focus()
}

function remove(rung) {
  const next = rung.nextElementSibling ?? rung.previousElementSibling

  rung.remove()
  ownRungs = true
  describe();
  (next.querySelector('[data-remove]') ?? document.getElementById('ladder-add')).focus()
}

document.addEventListener('dialog:opened', () => {
  chosen = null
  ownTime = ownRungs = false
  usual = rungs()
  usual.forEach(it => who(it).dataset.usual = who(it).value)
  usual.forEach(it => time(it).dataset.usual = time(it).value)
  follow()
})

document.addEventListener('target:chosen', event => {
  chosen = event.detail
  follow()
})

document.addEventListener('input', event => {
  const rung = event.target.closest('#ladder-rungs [data-rung]')

  if (event.target === first()) {
    ownTime = true
  } else if (rung) {
    ownRungs = true
    if (event.target === who(rung) && who(rung).value) {
      time(rung).value = patience(who(rung).value)
    }
  }
  if (rung || event.target === first()) {
    describe()
  }
})

document.addEventListener('click', event => {
  const { target } = event

  if (target.closest('#ladder-add')) {
    add()
  } else if (target.closest('#ladder-rungs [data-remove]')) {
    remove(target.closest('[data-rung]'))
  } else if (target.closest('#ladder-reset')) {
    ownTime = ownRungs = false
    for (const it of usual) {
      who(it).value = who(it).dataset.usual
      time(it).value = time(it).dataset.usual
    }
    follow()
  }
})

// A form with one field is sent by the browser itself where somebody presses Enter in it

document.addEventListener('submit', event => event.target.id === 'transfer-form' && event.preventDefault())

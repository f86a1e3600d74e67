/** Sounds once for each offer that comes in, for whoever has asked for that in this browser. */

const CHOICE = 'offer-sound'
const NOTES = [[784, 0], [1047, 0.16]]
const LENGTH = 1200
/** A browser that allows sound does so within a few milliseconds; one that forbids it does not say so. */
const PATIENCE = 400

const toggle = document.getElementById('offer-sound')
const blocked = document.getElementById('offer-sound-blocked')
const heard = new Set()
const held = new Map()

const pause = millis => new Promise(done => setTimeout(done, millis))
const isOn = () => localStorage.getItem(CHOICE) === 'on'

function offers() {
  return [...document.querySelectorAll('#offers [data-offer]')].filter(it => it.checkVisibility()).map(it => it.id)
}

/** A device that is kept open keeps some computers awake, so it is opened each time. */
async function withSound(use) {
  const audio = new AudioContext()
  await Promise.race([audio.resume(), pause(PATIENCE)])

  const allowed = audio.state === 'running'
  blocked.hidden = allowed || !isOn()
  if (allowed) {
    await use(audio)
  }
  audio.close()
  return allowed
}

const check = () => withSound(() => {})

function chime(audio) {
  for (const [frequency, after] of NOTES) {
    const start = audio.currentTime + after
    const tone = new OscillatorNode(audio, { frequency })
    const volume = new GainNode(audio, { gain: 0 })

    volume.gain.setTargetAtTime(0.2, start, 0.01)
    volume.gain.setTargetAtTime(0, start + 0.12, 0.1)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + 0.9)
  }
  return pause(LENGTH)
}

function look() {
  const present = offers()

  for (const offer of present.filter(it => !heard.has(it))) {
    heard.add(offer)
    if (isOn() && blocked.hidden) {
      tell(offer)
    }
  }
  for (const [offer, letGo] of held) {
    if (!present.includes(offer)) {
      held.delete(offer)
      letGo()
    }
  }
}

/** Of several open pages one is enough: the first holds the offer until it is gone. */
function tell(offer) {
  if (navigator.locks) {
    navigator.locks.request(offer, { ifAvailable: true }, async lock => {
      if (lock && await withSound(chime)) {
        await untilGone(offer)
      }
    })
  } else {
    withSound(chime)
  }
}

function untilGone(offer) {
  return offers().includes(offer) ? new Promise(letGo => held.set(offer, letGo)) : undefined
}

function show() {
  toggle.ariaChecked = isOn()
  if (!isOn()) {
    blocked.hidden = true
  }
}

/** The choice was made in this page before it was loaded, or in another one just now. */
function follow() {
  show()
  if (isOn()) {
    check()
  }
}

function start() {
  offers().forEach(it => heard.add(it))
  follow()

  // What it sounds like is heard at once, and that it does
  toggle.addEventListener('click', () => {
    localStorage.setItem(CHOICE, isOn() ? 'off' : 'on')
    show()
    if (isOn()) {
      withSound(chime)
    }
  })

  window.addEventListener('storage', follow)
  for (const gesture of ['pointerup', 'keydown']) {
    document.addEventListener(gesture, () => blocked.hidden || check())
  }
  for (const swapped of ['htmx:oobAfterSwap', 'htmx:afterSettle']) {
    document.addEventListener(swapped, look)
  }
}

if (toggle) {
  start()
}

/** Counts the seconds since a moment by the server's clock, and shows moments by the reader's. */

/** Longer ago, the time of day alone would be mistaken for that of another day. */
const RECENT = 18 * 3600 * 1000

const ahead = Number(document.querySelector('meta[name=server-time]').content) - Date.now()

const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const clock = new Intl.DateTimeFormat(undefined, hours)
const clockWithSeconds = new Intl.DateTimeFormat(undefined, { ...hours, second: '2-digit' })
const language = document.documentElement.lang
const clockWithDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...hours })

const two = number => String(number).padStart(2, '0')

function write(time, text) {
  if (time.textContent !== text) {
    time.textContent = text
  }
}

function elapsed(since) {
  const seconds = Math.max(0, Math.floor((Date.now() + ahead - Date.parse(since)) / 1000))
  const minutes = Math.floor(seconds / 60)

  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** Asks once what has come of it. */
function countDown(time) {
  const left = Date.parse(time.dateTime) - Date.now() - ahead

  write(time, `${Math.max(0, Math.ceil(left / 1000))} s`)

  if (left <= 0 && !time.dataset.over) {
    time.dataset.over = true
    document.dispatchEvent(new CustomEvent('desk:missed'))
  }
}

function moment(at, withSeconds) {
  const date = new Date(at)
  const isRecent = Date.now() + ahead - date < RECENT

  return (isRecent ? withSeconds ? clockWithSeconds : clock : clockWithDay).format(date)
}

function tick() {
  for (const time of document.querySelectorAll('time.elapsed')) {
    write(time, elapsed(time.dateTime))
  }
  document.querySelectorAll('time.countdown').forEach(countDown)
  for (const time of document.querySelectorAll('time.clock[datetime]')) {
    write(time, moment(time.dateTime, time.closest('.clock--seconds, [data-seconds]') !== null))
  }
}

tick()
setInterval(tick, 1000)

for (const swapped of ['htmx:oobAfterSwap', 'htmx:afterSwap']) {
  document.addEventListener(swapped, tick)
}

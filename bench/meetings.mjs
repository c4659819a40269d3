// A meeting of eight by video, measured: one real Janus, the real program, browsers with synthetic cameras. Prints lines for
// docs/figures.md. Only the cameras are synthetic; but browsers, Janus and program share one machine.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort, serve } from '../tools/county.mjs'
import { signIn, until } from '../tests/journeys/county.mjs'
import { startJanus } from '../tests/journeys/janus.mjs'
import { enter, launch } from '../tests/journeys/screen.mjs'
import { beeps, latenesses, lendEar } from './mouth_to_ear.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const PEOPLE = ['zhiban', 'zhanzhang', 'zhenzhang', 'duizhang', 'wangge', 'cunzhang', 'cangguan', 'zhifa']
const CAMERAS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']
const SECONDS = Number(process.env.SECONDS ?? 20)
const ENTER_ms = 120_000
const TICKS = 100 // of /proc, a second
const folder = mkdtempSync(join(tmpdir(), 'anlan-meetings-'))
const middle = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]
const whole = (value) => Math.round(value)

/** Processor time in seconds and resident memory in MB of one process, as the kernel counts them. */
function cost(pid) {
  const times = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { cpu: (Number(times[11]) + Number(times[12])) / TICKS, mb: Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024 }
}
/** Processors' worth of work of a process over some seconds, and its memory afterwards. */
async function watched(pid, seconds) {
  const from = cost(pid)
  await pause(seconds * 1000)
  const now = cost(pid)
  return { share: (now.cpu - from.cpu) / seconds, mb: now.mb }
}
const received = (page) =>
  page.evaluate(async () => {
    let bytes = 0
    let frames = 0
    for (const peer of globalThis.peers)
      for (const report of (await peer.getStats()).values())
        if (report.type === 'inbound-rtp') {
          bytes += report.bytesReceived
          frames += report.framesDecoded ?? 0
        }
    return { bytes, frames }
  })

async function station() {
  const janus = await startJanus(join(folder, 'janus'))
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "350581106000"\nname = "永宁镇"\ndemo = true\nport = ${await freePort()}\n
[node.janus]\nsocket = "${janus.socket}"\n`,
  )
  return { janus, node: await serve(config) }
}

const click = (page) => page.getByRole('button', { name: '进入会议', exact: true }).click({ timeout: ENTER_ms })

/** Enters, waits for everybody's picture, and says how long the first and the last of them took to be painted. */
async function goIn(page, url, others) {
  await page.goto(url)
  await click(page)
  const marks = (people) => people.map((who) => performance.getEntriesByName(`meeting.frame:${who}`)[0]?.startTime)
  await page.waitForFunction((people) => people.every((who) => performance.getEntriesByName(`meeting.frame:${who}`).length), others, { timeout: ENTER_ms })
  const from = await page.evaluate(() => performance.getEntriesByName('meeting.enter')[0].startTime)
  const times = (await page.evaluate(marks, others)).map((each) => each - from)
  return { first: Math.min(...times), last: Math.max(...times) }
}

/** Enters as one of a crowd: receives and decodes everybody, but paints nobody, for want of processors. */
async function goInUnseen(page, url, others) {
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'figure { display: none !important }' }))))
  await page.goto(url)
  await click(page)
  await until(() => decoding(page), (n) => n >= others, ENTER_ms)
}
const decoding = (page) =>
  page.evaluate(async () => {
    let pictures = 0
    for (const peer of globalThis.peers)
      for (const report of (await peer.getStats()).values()) if (report.type === 'inbound-rtp' && report.framesDecoded > 0) ++pictures
    return pictures
  })

const ear = (all) => (all.length ? `${whole(middle(all))} ms (${whole(Math.min(...all))}–${whole(Math.max(...all))}, ${all.length} beeps)` : 'nothing was heard')
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`)
const percent = (share) => `${(share * 100).toFixed(1)} %`

/** Says each figure as soon as it is known, so that a machine too small for all eight still shows the others. */
async function measure({ janus, node }, browsers) {
  const base = node.url
  const officer = await signIn(base, PEOPLE[0])
  const known = []
  for (const login of PEOPLE) known.push(await (await signIn(base, login)).get('/api/v1/me'))
  const people = known.map((each) => each.person)
  const meeting = (await officer.post('/api/v1/meetings', { id: '', title: '测试会议', origin: '', guests: people, rings: false })).body.id
  await until(() => officer.get('/api/v1/meetings/media'), (said) => said.media === 'up')
  const alone = await watched(janus.pid(), 3)
  row('Janus with nobody', `${alone.mb.toFixed(1)} MB`)
  const url = `${base}/m/meetings/${meeting}`
  const pages = []
  for (const [index, login] of PEOPLE.entries()) {
    const page = await enter(browsers[index === 0 ? 0 : 1], base, { login, kind: 'phone' })
    await lendEar(page)
    await page.goto('about:blank')
    pages.push(page)
  }
  const [speaker, listener] = pages
  const name = known[0].name
  await goIn(speaker, url, [])
  row('first remote frame after "enter", the second to come', `${whole((await goIn(listener, url, people.slice(0, 1))).first)} ms`)
  row('mouth to ear, two in the room', ear(await latenesses(speaker, listener, name, SECONDS)))
  const two = await watched(janus.pid(), SECONDS)
  row('Janus with two', `${percent(two.share)} of a processor, ${two.mb.toFixed(1)} MB`)
  for (let index = 2; index < PEOPLE.length - 1; ++index) {
    await goInUnseen(pages[index], url, index)
    console.error(`${index + 1} are in`)
  }
  const last = await goIn(pages.at(-1), url, people.slice(0, -1))
  row('first remote frame, the eighth; until all seven are seen', `${whole(last.first)} ms; ${whole(last.last)} ms`)
  for (const page of pages) await until(() => decoding(page), (n) => n >= PEOPLE.length - 1, ENTER_ms)
  const sum = (all, key) => all.reduce((total, each) => total + each[key], 0)
  const before = await Promise.all(pages.map(received))
  const from = Date.now()
  const eight = await watched(janus.pid(), SECONDS)
  const after = await Promise.all(pages.map(received))
  const passed = (Date.now() - from) / 1000
  const n = PEOPLE.length
  const mbit = ((sum(after, 'bytes') - sum(before, 'bytes')) * 8) / passed / 1e6
  const rate = (sum(after, 'frames') - sum(before, 'frames')) / passed / (n * (n - 1))
  row(
    `Janus with ${n}: ${n * (n - 1)} pictures and voices passed on, ${mbit.toFixed(1)} Mb/s, ${rate.toFixed(1)} frames/s each`,
    `${percent(eight.share)} of a processor, ${eight.mb.toFixed(1)} MB: ${percent(eight.share / n)} and ${((eight.mb - alone.mb) / n).toFixed(2)} MB a participant`,
  )
  row('mouth to ear, eight in the room', ear(await latenesses(speaker, listener, name, SECONDS)))
}

const there = await station()
const sound = join(folder, 'beeps.wav')
writeFileSync(sound, beeps())
const browsers = [await launch([...CAMERAS, `--use-file-for-fake-audio-capture=${sound}`]), await launch(CAMERAS)]
try {
  await measure(there, browsers)
} finally {
  for (const browser of browsers) await browser.close()
  await there.node.end()
  await there.janus.stop()
  rmSync(folder, { recursive: true, force: true })
}

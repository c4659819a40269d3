// A hard terminal with a camera and a screen in a meeting by video: a real baresip as the terminal, a real Janus, browsers whose
// cameras show a colour each. It is seen by everybody and shows whoever speaks; one whose pictures are coded otherwise says so; the
// film has them all.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort, serve } from '../../tools/county.mjs'
import { freeUdpPort, startTelephone } from '../telephones/exchange.mjs'
import { signIn, until, YONGNING } from './county.mjs'
import { startJanus } from './janus.mjs'
import { enter, launch } from './screen.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const skip = spawnSync('baresip', ['-h']).error === undefined ? false : 'there is no baresip here'
const FAKE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']
const PATIENCE_ms = 60_000
const FILM_ms = 400_000
const pictures = process.env.SHOTS
const COST_s = 10
const folder = mkdtempSync(join(tmpdir(), 'anlan-pictures-'))
const phones = []
const browsers = []
const recordings = join(folder, 'recordings')
const sets = {}
let janus, node, base, officer, head, desk, chief, meeting, names, line

/** A camera that shows a colour, moving, and a voice without a pause. */
function camera(colour) {
  const video = join(folder, `${colour}.y4m`)
  const made = spawnSync('ffmpeg', ['-loglevel', 'error', '-f', 'lavfi', '-i', `color=c=${colour}:s=640x360:r=15:d=4[under];color=c=white:s=80x80:r=15:d=4[box];[under][box]overlay=x=20+t*120:y=140`, '-pix_fmt', 'yuv420p', video])
  assert.equal(made.status, 0, String(made.stderr))
  return [...FAKE, '--auto-select-desktop-capture-source=Entire screen', `--use-file-for-fake-video-capture=${video}`, `--use-file-for-fake-audio-capture=${join(folder, 'voice.wav')}`]
}
function voice() {
  const rate = 16_000
  const bytes = Buffer.alloc(44 + rate * 2 * 6)
  bytes.write('RIFF', 0), bytes.writeUInt32LE(bytes.length - 8, 4), bytes.write('WAVEfmt ', 8), bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20), bytes.writeUInt16LE(1, 22), bytes.writeUInt32LE(rate, 24), bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32), bytes.writeUInt16LE(16, 34), bytes.write('data', 36), bytes.writeUInt32LE(bytes.length - 44, 40)
  for (let at = 0, phase = 0; 44 + at * 2 < bytes.length; at++) {
    phase += (2 * Math.PI * (300 + 500 * ((at % 3_200) / 3_200))) / rate
    bytes.writeInt16LE(Math.round(14_000 * (0.6 + 0.4 * Math.sin(at / 900)) * Math.sin(phase)), 44 + at * 2)
  }
  writeFileSync(join(folder, 'voice.wav'), bytes)
}
const phone = async (number, manner) => {
  const one = await startTelephone(folder, number, manner)
  phones.push(one)
  return one
}
async function register(name, number) {
  const sheet = { kind: 'conference_set', name, number, area: YONGNING, place: '镇政府三楼会议室', in_rounds: false }
  const said = await head.post('/api/v1/devices', { sheet, keeper: names.head.person })
  assert.equal(said.status, 201, JSON.stringify(said.body))
  sets[name] = said.body.id
}
const tile = (page, name) => page.locator(`[data-person="${name}"]`)
const inState = (name, state) => desk.locator(`[data-terminal="${name}"][data-state="${state}"]`).waitFor({ timeout: PATIENCE_ms })
const video = (page, name) =>
  page.locator(`[data-person="${name}"] video`).evaluate((one) => ({ width: one.videoWidth, frames: one.getVideoPlaybackQuality().totalVideoFrames }))
async function call(name) {
  await desk.locator('select[name="terminal"]').selectOption({ label: name })
  const from = Date.now()
  await desk.getByRole('button', { name: '呼叫终端', exact: true }).click()
  return from
}
/** What a terminal shows: the mean of its picture. */
async function shown(one) {
  const file = await one.screen()
  const { stdout } = spawnSync('ffmpeg', ['-loglevel', 'error', '-i', file, '-vf', 'scale=1:1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'])
  const [r = 0, g = 0, b = 0] = stdout
  return r > 120 && b < 110 ? 'red' : b > 120 && r < 110 ? 'blue' : `${r} ${g} ${b}`
}
const live = (page, name) => page.locator(`[data-person="${name}"][data-live="1"]`).waitFor({ timeout: PATIENCE_ms })
const says = (page, voice) => page.getByRole('button', { name: voice ? '开麦' : '静音', exact: true }).first().click()
/** Seconds of the processor that a process has had. */
const cost = (pid) => {
  const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(words[11]) + Number(words[12])) / 100
}
async function picture(page, name) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [width, height] of [[1920, 1080], [1366, 768], [390, 844]]) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${pictures}/${name}_${width}x${height}.png`, fullPage: width < 500 })
  }
  await page.setViewportSize(size)
}
const shows = (one, colour) => until(() => shown(one).catch(() => ''), (now) => now === colour, PATIENCE_ms)

before(async () => {
  if (skip) return
  voice()
  mkdirSync(recordings)
  line = await freeUdpPort()
  janus = await startJanus(join(folder, 'janus'))
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\ndemo = true\nport = ${await freePort()}\n
[node.janus]\nsocket = "${janus.socket}"\nrecordings = "${recordings}"\n\n[node.sip]\nlocal = "127.0.0.1"\nterminals_port = ${line}\n`,
  )
  node = await serve(config)
  base = node.url
  ;[officer, head] = await Promise.all(['zhiban', 'zhanzhang'].map((login) => signIn(base, login)))
  names = { officer: await officer.get('/api/v1/me'), head: await head.get('/api/v1/me') }
  for (const colour of ['red', 'blue']) browsers.push(await launch(camera(colour)))
  desk = await enter(browsers[0], base, { login: 'zhiban', kind: 'desk' })
  chief = await enter(browsers[1], base, { login: 'zhanzhang', kind: 'desk' })
  meeting = (await officer.post('/api/v1/meetings', { id: '', title: '防台风视频会商', origin: '', guests: [names.officer.person, names.head.person], rings: false })).body.id
})
after(async () => {
  for (const each of browsers) await each.close()
  await node?.end()
  await Promise.all(phones.map((one) => one.stop()))
  await janus?.stop()
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
})

test('called from the page, it is seen there and shows who is there', { skip }, async () => {
  const room = await phone('801', { pictures: 'h264' })
  await register('三楼会议室终端', room.address)
  for (const page of [desk, chief]) {
    await page.goto(`${base}/meetings/${meeting}`)
    await page.getByRole('button', { name: '进入会议', exact: true }).click({ timeout: PATIENCE_ms })
  }
  await tile(chief, names.officer.name).waitFor({ timeout: PATIENCE_ms })
  await says(chief, false)
  const from = await call('三楼会议室终端')
  const seen = live(desk, '三楼会议室终端').then(() => Date.now() - from)
  await inState('三楼会议室终端', 'joined')
  const joined = Date.now() - from
  await shows(room, 'red')
  const shown = Date.now() - from
  console.log(`pressed to joined ${joined} ms, to its picture in the browser ${await seen} ms, to the browser's on its screen ${shown} ms`)
  for (const page of [desk, chief]) {
    await live(page, '三楼会议室终端')
    const { width, frames } = await video(page, '三楼会议室终端')
    assert.equal(width, 640)
    await until(() => video(page, '三楼会议室终端'), (now) => now.frames > frames + 10, PATIENCE_ms)
  }
})

test('it shows whoever speaks, and a shared screen before them', { skip }, async () => {
  const [room] = phones
  await says(desk, false)
  await says(chief, true)
  let from = Date.now()
  await shows(room, 'blue')
  console.log(`another speaks: on the terminal's screen after ${Date.now() - from} ms`)
  await says(chief, false)
  await desk.waitForTimeout(3_000) // a while in which nobody speaks
  assert.equal(await shown(room), 'blue', 'the last one stays')
  await says(desk, true)
  await shows(room, 'red')
  await chief.getByRole('button', { name: '共享屏幕' }).click()
  await until(() => shown(room).catch(() => 'red'), (now) => now !== 'red', PATIENCE_ms)
  await picture(desk, 'terminal_screen')
  await chief.getByRole('button', { name: '停止共享' }).click()
  await shows(room, 'red')
})

test('whoever comes later sees it at once, for it is asked for a whole picture', { skip }, async () => {
  await chief.reload()
  await chief.getByRole('button', { name: '进入会议', exact: true }).click({ timeout: PATIENCE_ms })
  await tile(chief, '三楼会议室终端').waitFor({ timeout: PATIENCE_ms })
  const from = Date.now()
  await live(chief, '三楼会议室终端')
  console.log(`a browser that enters sees the terminal after ${Date.now() - from} ms; by itself it sends a whole picture every 10 s`)
  await says(chief, false)
})

test('what it costs', { skip }, async () => {
  const processes = { program: node.pid, janus: janus.pid() }
  const before = Object.fromEntries(Object.entries(processes).map(([name, pid]) => [name, cost(pid)]))
  await desk.waitForTimeout(COST_s * 1000)
  console.log(Object.entries(processes).map(([name, pid]) => `${name} ${(((cost(pid) - before[name]) / COST_s) * 100).toFixed(1)} %`).join(', '), 'of a processor, with two browsers and a terminal')
})

test('one coded otherwise is seen, and says that it cannot show others; one without pictures is heard', { skip }, async () => {
  await desk.getByRole('button', { name: '开始录制', exact: true }).click()
  const other = await phone('802', { pictures: 'vp8' })
  const voice = await phone('803')
  await register('二楼会议室终端', other.address)
  await register('一楼会议室终端', voice.address)
  await desk.locator('select[name="terminal"] option', { hasText: '一楼会议室终端' }).waitFor({ state: 'attached', timeout: PATIENCE_ms })
  for (const name of ['二楼会议室终端', '一楼会议室终端']) {
    await call(name)
    await inState(name, 'joined')
  }
  await live(desk, '二楼会议室终端')
  await tile(desk, '二楼会议室终端').getByText(`画面编码不同，终端看不到 ${names.officer.name} 的画面`).waitFor({ timeout: PATIENCE_ms })
  assert.equal(await tile(desk, '一楼会议室终端').getAttribute('data-live'), '0')
  await picture(desk, 'terminals')
  await desk.waitForTimeout(5_000) // of recording
})

test('one that dials in brings its pictures too', { skip }, async () => {
  const [room] = phones
  room.hangUp()
  await tile(desk, '三楼会议室终端').waitFor({ state: 'detached', timeout: PATIENCE_ms })
  const { dial_number } = await officer.get(`/api/v1/meetings/${meeting}`)
  // Whether it is in a call already, the line reads twice a second.
  for (const late = Date.now() + PATIENCE_ms; room.times('CALL_ESTABLISHED') < 2 && Date.now() < late; await chief.waitForTimeout(500)) {
    const over = room.times('CALL_CLOSED')
    room.call(`sip:${dial_number}@127.0.0.1:${line}`)
    await until(() => room.times('CALL_ESTABLISHED') - 1 + room.times('CALL_CLOSED'), (n) => n > over, PATIENCE_ms)
  }
  await live(chief, '三楼会议室终端')
  await shows(room, 'red')
})

test('the film of the meeting has pictures of both codings', { skip }, async () => {
  assert.equal((await officer.post(`/api/v1/meetings/${meeting}/close`, {})).status, 200)
  await phones[0].waits('CALL_CLOSED', 2)
  const { film } = await until(() => officer.get(`/api/v1/meetings/${meeting}`), (seen) => seen.film?.state !== 'coming', FILM_ms)
  assert.equal(film.state, 'ready', film.zh)
  assert.equal(film.zh, '', 'no piece is missing')
  const own = join(recordings, readdirSync(recordings)[0])
  const pieces = readdirSync(own).filter((name) => name.endsWith('.mjr'))
  const codings = pieces.map((name) => /"c": ?"(\w+)"/.exec(readFileSync(join(own, name), 'latin1'))?.[1])
  for (const each of ['h264', 'vp8', 'opus', 'pcma']) assert.ok(codings.includes(each), `${codings} in ${pieces}`)
  assert.deepEqual([...desk.faults, ...chief.faults], [])
})

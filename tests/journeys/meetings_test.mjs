// A meeting by video from an incident to its minutes, with a real Janus and browsers that see and hear each other: who
// comes is noted, hands, map and recording reach everybody, a person who dies is missed, a Janus that dies is said and
// mended without anybody entering again.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort, serve } from '../../tools/county.mjs'
import { signIn, until } from './county.mjs'
import { startJanus } from './janus.mjs'
import { enter, launch } from './screen.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const CAMERAS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--auto-select-desktop-capture-source=Entire screen', '--autoplay-policy=no-user-gesture-required']
const FIRST_FRAME_ms = 2_000
const PATIENCE_ms = 60_000
const FILM_ms = 400_000
const pictures = process.env.SHOTS
const folder = mkdtempSync(join(tmpdir(), 'anlan-meeting-'))
const recordings = join(folder, 'recordings')
let janus, node, base, browser, officer, head, village, desk, chief, phone, consultation, meeting
const names = {}

async function picture(page, name, sizes = [[1920, 1080], [1366, 768], [390, 844]]) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${pictures}/${name}_${width}x${height}.png`, fullPage: width < 500 })
  }
  await page.setViewportSize(size)
}

/** Counts the frames that this page's connections have decoded, and looks whether a picture is more than black. */
const watchPeers = () => {
  globalThis.peers = []
  const Plain = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Plain {
    constructor(...words) {
      super(...words)
      globalThis.peers.push(this)
    }
  }
}
const decoded = (page) =>
  page.evaluate(async () => {
    let frames = 0
    for (const peer of globalThis.peers)
      if (peer.connectionState === 'connected')
        for (const report of (await peer.getStats()).values()) if (report.type === 'inbound-rtp' && report.kind === 'video') frames += report.framesDecoded
    return frames
  })
const brightness = (page, name) =>
  page.locator(`[data-person="${name}"] video`).evaluate((video) => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [32, 18]
    const brush = canvas.getContext('2d')
    brush.drawImage(video, 0, 0, 32, 18)
    const bytes = brush.getImageData(0, 0, 32, 18).data
    return bytes.reduce((sum, byte, at) => (at % 4 === 3 ? sum : sum + byte), 0) / (32 * 18 * 3)
  })
const sees = (page, name) => page.locator(`[data-person="${name}"][data-live="1"]`).waitFor({ timeout: 30_000 })
async function moving(page) {
  const from = await decoded(page)
  await until(() => decoded(page), (frames) => frames > from + 5)
}
const firstFrame_ms = (page, person) =>
  page.evaluate((who) => {
    const [enter] = performance.getEntriesByName('meeting.enter').slice(-1)
    const [frame] = performance.getEntriesByName(`meeting.frame:${who}`)
    return frame.startTime - enter.startTime
  }, person)
async function goIn(page, path) {
  await page.goto(base + path)
  await page.getByRole('button', { name: '进入会议', exact: true }).click()
}
const detail = () => officer.get(`/api/v1/meetings/${meeting}`)
const guest = async (name) => (await detail()).guests.find((each) => each.name === name)

before(async () => {
  mkdirSync(recordings)
  janus = await startJanus(join(folder, 'janus'))
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "350581106000"\nname = "永宁镇"\ndemo = true\nport = ${await freePort()}\n
[node.janus]\nsocket = "${janus.socket}"\nrecordings = "${recordings}"\n`,
  )
  node = await serve(config)
  base = node.url
  ;[officer, head, village] = await Promise.all(['zhiban', 'zhanzhang', 'cunzhang'].map((login) => signIn(base, login)))
  for (const [key, who] of Object.entries({ officer, head, village })) names[key] = await who.get('/api/v1/me')
  browser = await launch(CAMERAS)
  desk = await enter(browser, base, { login: 'zhiban', kind: 'desk' })
  chief = await enter(browser, base, { login: 'zhanzhang', kind: 'desk' })
  phone = await enter(browser, base, { login: 'cunzhang', kind: 'phone' })
  for (const page of [desk, chief, phone]) await page.addInitScript(watchPeers)
})
after(async () => {
  await browser?.close()
  await node?.end()
  await janus?.stop()
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
})

test('consulting by video from an incident rings the people and opens the meeting', async () => {
  const incident = (await officer.post('/api/v1/incidents', { words: '梅林村民房起火', title: '梅林村民房火灾', place: '梅林村测试路 12 号', kind: 'fire', figures: { missing: 1 } })).body.id
  const called = await officer.post('/api/v1/consultations', {
    occasion: 'incident',
    origin: incident,
    title: '梅林村民房火灾视频会商',
    invited: [names.officer.person, names.head.person, names.village.person],
    by_video: true,
  })
  assert.equal(called.status, 201)
  consultation = called.body.id
  meeting = (await officer.get(`/api/v1/consultations/${consultation}`)).consultation.meeting
  const mine = await village.get('/api/v1/calls/mine')
  assert.ok(mine.items.some((call) => call.headline.includes('梅林村民房火灾视频会商')))
  assert.equal((await village.get('/api/v1/meetings/mine')).items[0].id, meeting)
  assert.equal((await until(() => officer.get('/api/v1/meetings/media'), (said) => said.media === 'up')).media, 'up')
})

test('people see each other within two seconds of entering, and are noted as present', async () => {
  await desk.goto(`${base}/consultations/${consultation}`)
  await desk.getByRole('link', { name: '进入视频会议' }).click()
  await desk.getByRole('button', { name: '进入会议', exact: true }).click()
  await sees(desk, names.officer.name)
  await goIn(chief, `/meetings/${meeting}`)
  await sees(chief, names.officer.name)
  await sees(desk, names.head.name)
  const first = await firstFrame_ms(chief, names.officer.person)
  console.log(`first remote frame ${Math.round(first)} ms after "enter"`)
  assert.ok(first < FIRST_FRAME_ms, `first remote frame after ${first} ms`)
  await goIn(phone, `/m/meetings/${meeting}`)
  for (const name of [names.officer.name, names.head.name]) await sees(phone, name)
  for (const page of [desk, chief, phone]) await moving(page)
  assert.ok((await brightness(phone, names.head.name)) > 20, 'the picture is not black')
  const seats = (await officer.get(`/api/v1/consultations/${consultation}`)).people
  assert.deepEqual(seats.map((each) => each.presence), ['present', 'present', 'present'])
})

test('hands, silence, recording and a place on the map reach everybody', async () => {
  await phone.getByRole('button', { name: '举手', exact: true }).click()
  await desk.locator(`[data-person="${names.village.name}"]`).getByText('举手').waitFor()
  await desk.locator(`[data-guest="${names.village.name}"]`).getByText('举手').waitFor()
  await chief.getByRole('button', { name: '静音', exact: true }).click()
  await desk.locator(`[data-person="${names.head.name}"]`).getByText('已静音').waitFor()
  await desk.getByRole('button', { name: '开始录制' }).click()
  await phone.getByText('本次会议正在录制').waitFor()
  await until(() => recorded(), (files) => files.length >= 6, PATIENCE_ms)
  // Three maps open now, drawn by the processor beside nine pictures: nothing is pressed before they have been put away.
  assert.equal((await officer.post(`/api/v1/meetings/${meeting}/view`, { lon: 118.7, lat: 24.67, zoom: 12, words: '起火民房' })).status, 200)
  for (const page of [desk, chief, phone]) await page.getByText('起火民房').first().waitFor({ timeout: PATIENCE_ms })
  await picture(desk, 'meeting_desk')
  await picture(phone, 'meeting_phone', [[390, 844]])
  for (const page of [desk, chief, phone]) await page.getByRole('button', { name: '收起', exact: true }).click({ timeout: PATIENCE_ms })
})
const recorded = () => readdirSync(recordings, { recursive: true }).filter((name) => String(name).endsWith('.mjr'))
const bytesOf = (name) => statSync(join(recordings, String(name))).size

test('a screen takes the place of the camera and goes back', async () => {
  await chief.getByRole('button', { name: '共享屏幕' }).click()
  await desk.locator(`[data-person="${names.head.name}"]`).getByText('共享屏幕').waitFor()
  await moving(desk)
  await chief.getByRole('button', { name: '停止共享' }).click()
  await desk.locator(`[data-person="${names.head.name}"]`).getByText('共享屏幕').waitFor({ state: 'detached' })
})

test('who is not invited, or has no seat of their own, is not let in', async () => {
  const stranger = await signIn(base, 'wangge')
  const tried = await stranger.post(`/api/v1/meetings/${meeting}/seats`, {})
  assert.deepEqual([tried.status, tried.body.code], [403, 'not_permitted'])
  const signal = { act: 'keepalive' }
  const guessed = await head.post(`/api/v1/meetings/${meeting}/seats/${'0'.repeat(40)}/signals`, signal)
  assert.deepEqual([guessed.status, guessed.body.code], [404, 'seat_unknown'])
  const own = (await village.post(`/api/v1/meetings/${meeting}/seats`, {})).body.seat // a second device: the telephone leaves
  const foreign = await head.post(`/api/v1/meetings/${meeting}/seats/${own}/signals`, signal)
  assert.deepEqual([foreign.status, foreign.body.code], [404, 'seat_unknown'])
  const huge = await village.post(`/api/v1/meetings/${meeting}/seats/${own}/signals`, { act: 'publish', sdp: 'a'.repeat(70_000) })
  assert.deepEqual([huge.status, huge.body.code], [422, 'too_long'])
  const rubbish = await village.post(`/api/v1/meetings/${meeting}/seats/${own}/signals`, { act: 'subscribe', feed: 12345 })
  assert.equal(rubbish.body.code, 'feed_unknown')
  await phone.getByText('您已在另一台设备或另一个页面进入会议').waitFor()
  await phone.getByRole('button', { name: '进入会议', exact: true }).click()
  await sees(phone, names.head.name)
  const kept = await village.post(`/api/v1/meetings/${meeting}/seats/${own}/signals`, signal)
  assert.equal(kept.body.stage.moved, true)
})

test('Janus dies: it is said, it comes back, and everybody sees each other again without entering', async () => {
  await until(async () => (await detail()).guests.filter((each) => each.present).length, (n) => n === 3)
  janus.kill()
  await desk.getByText('视频服务中断，正在恢复').waitFor()
  await phone.getByText('视频服务中断，正在恢复').waitFor()
  const from = Date.now()
  await desk.getByText('视频服务中断，正在恢复').waitFor({ state: 'detached' })
  for (const [page, name] of [[desk, names.head.name], [chief, names.village.name], [phone, names.officer.name]]) await sees(page, name)
  console.log(`seen again ${Date.now() - from} ms after the death of Janus was said`)
  for (const page of [desk, chief, phone]) await moving(page)
  assert.equal((await detail()).guests.filter((each) => each.present).length, 3, 'nobody was lost')
})

test('a participant who dies is missed and noted as lost', async () => {
  const session = await phone.context().newCDPSession(phone)
  session.send('Page.crash').catch(() => undefined)
  await desk.locator(`[data-person="${names.village.name}"]`).waitFor({ state: 'detached', timeout: 30_000 })
  await until(() => guest(names.village.name), (each) => !each.present && each.first_joined)
  await moving(desk)
})

test('concluded, everybody is out and the attendance stands', async () => {
  assert.equal((await officer.post(`/api/v1/consultations/${consultation}/conclude`, { conclusion: '全力搜救；一小时一报。' })).status, 200)
  await desk.getByText('会议已结束。').waitFor()
  await chief.getByText('会议已结束。').waitFor()
  const over = await detail()
  assert.equal(over.meeting.came, 3)
  assert.ok(over.guests.every((each) => each.seconds > 0 && !each.present))
  await until(() => recorded().map(bytesOf), (sizes) => sizes.some((size) => size > 10_000), PATIENCE_ms)
  const late = await head.post(`/api/v1/meetings/${meeting}/seats`, {})
  assert.deepEqual([late.status, late.body.code], [409, 'already_closed'])
  assert.deepEqual([...desk.faults, ...chief.faults], [])
})

test('what was recorded becomes one film, for those who were invited, and stands in the minutes', async () => {
  const { film } = await until(detail, (seen) => seen.film.state !== 'coming', FILM_ms)
  assert.equal(film.state, 'ready', film.zh)
  const bytes = await head.bytes(`/api/v1/meetings/${meeting}/film`)
  assert.deepEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')], [film.bytes, film.digest])
  const file = join(folder, 'film.webm')
  writeFileSync(file, bytes)
  const probed = spawnSync('ffprobe', ['-v', 'error', '-show_entries', 'format=duration:stream=codec_name', '-of', 'json', file], { encoding: 'utf8' })
  const { streams, format } = JSON.parse(probed.stdout)
  assert.deepEqual(streams.map((each) => each.codec_name).sort(), ['opus', 'vp8'])
  assert.ok(Math.abs(Number(format.duration) - film.seconds) < 2, `${format.duration} s of ${film.seconds}`)
  const stranger = await signIn(base, 'wangge')
  assert.equal(JSON.parse(await stranger.bytes(`/api/v1/meetings/${meeting}/film`)).code, 'not_permitted')
  const paper = await officer.get(`/api/v1/consultations/${consultation}`)
  assert.equal(paper.recording.digest, film.digest)
  await desk.locator('[data-film="ready"]').waitFor()
  const [taken] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: '下载会议录像' }).click()])
  assert.equal(statSync(await taken.path()).size, film.bytes)
  await picture(desk, 'meeting_film')
})

// A meeting of two levels: a county and a town, each with a Janus and a program of its own, joined over a line that can be
// cut. Speakers are seen across, once each; the line cut is said in time and the town talks on; mended, all goes on as it was.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { lendEar } from '../../bench/mouth_to_ear.mjs'
import { relay } from '../program/relay.mjs'
import { freeUdpPort, udpRelay } from '../program/udp_relay.mjs'
import { countyConfig, COUNTY, freePort, joinStation, serve, TOWNS } from '../../tools/county.mjs'
import { startTelephone } from '../telephones/exchange.mjs'
import { signIn, until } from './county.mjs'
import { startJanus } from './janus.mjs'
import { enter, launch } from './screen.mjs'

const skip = spawnSync('nats-server', ['--version']).status === 0 ? false : 'there is no nats-server here'
const noPhone = spawnSync('baresip', ['-h']).error === undefined ? false : 'there is no baresip here'
const TOWN = TOWNS[2]
const CAMERAS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']
const CUT_SAID_ms = 5_000
const PATIENCE_ms = 60_000
const folder = mkdtempSync(join(tmpdir(), 'anlan-levels-'))
const home = ({ area }) => join(folder, area)
const config = (each) => join(home(each), 'anlan.toml')
const januses = []
const nodes = []
let terminal, line, mediaLine, county, town, browser, above, below, beside, meeting, linked
const names = {}

async function station(each, nth, media) {
  const janus = await startJanus(join(folder, `janus${nth}`), nth)
  januses.push(janus)
  appendFileSync(config(each), `\n[node.janus]\nsocket = "${janus.socket}"\n${media}\n\n[node.sip]\nlocal = "127.0.0.1"\n`)
  const node = await serve(config(each))
  nodes.push(node)
  return node.url
}
const tile = (page, name) => page.locator(`[data-person="${name}"]`)
const sees = (page, name) => page.locator(`[data-person="${name}"][data-live="1"]`).waitFor({ timeout: PATIENCE_ms })
const frames = (page, name) => tile(page, name).locator('video').evaluate((video) => video.getVideoPlaybackQuality().totalVideoFrames)
async function moving(page, name) {
  const from = await frames(page, name)
  await until(() => frames(page, name), (now) => now > from + 5, PATIENCE_ms)
}
async function goIn(page, base, id) {
  await page.goto(`${base}/meetings/${id}`)
  await page.getByRole('button', { name: '进入会议', exact: true }).click({ timeout: PATIENCE_ms })
}

const cutAt = (page, name) => tile(page, name).getByText('线路中断')
async function saidInTime(from) {
  await cutAt(above, names.officer).waitFor({ timeout: PATIENCE_ms })
  const passed = Date.now() - from
  console.log(`the cut was shown after ${passed} ms`)
  assert.ok(passed < CUT_SAID_ms, `shown after ${passed} ms`)
}

before(async () => {
  if (skip) return
  mkdirSync(home(COUNTY), { recursive: true })
  writeFileSync(config(COUNTY), countyConfig(home(COUNTY), await freePort(), await freePort()))
  const mediaPort = await freeUdpPort()
  mediaLine = await udpRelay(mediaPort)
  const countyUrl = await station(COUNTY, 0, `stations_port = ${mediaPort}`)
  const admin = await signIn(countyUrl, 'admin')
  const asking = { post: async (path, body = {}) => (await admin.post(path, body)).body, get: admin.get }
  await joinStation(asking, countyUrl, TOWN, home(TOWN), await freePort())
  const file = join(home(TOWN), TOWN.area, 'parent.json')
  const parent = JSON.parse(readFileSync(file, 'utf8'))
  line = await relay(parent.leaf_port)
  writeFileSync(file, JSON.stringify({ ...parent, leaf_port: line.port }))
  const townUrl = await station(TOWN, 1, `above = "127.0.0.1:${mediaLine.port}"`)
  county = { url: countyUrl, officer: await signIn(countyUrl, 'zhanzhang') }
  town = { url: townUrl, officer: await signIn(townUrl, 'zhiban'), head: await signIn(townUrl, 'zhanzhang') }
  names.county = (await county.officer.get('/api/v1/me')).name
  names.officer = (await town.officer.get('/api/v1/me')).name
  names.head = (await town.head.get('/api/v1/me')).name
  await until(() => county.officer.get('/api/v1/links'), ({ items }) => items.some((each) => each.area === TOWN.area && each.up), PATIENCE_ms)
  browser = await launch(CAMERAS)
  above = await enter(browser, countyUrl, { login: 'zhanzhang', kind: 'desk' })
  below = await enter(browser, townUrl, { login: 'zhiban', kind: 'desk' })
  beside = await enter(browser, townUrl, { login: 'zhanzhang', kind: 'desk' })
  await lendEar(above)
})
after(async () => {
  await browser?.close()
  await Promise.all(nodes.map((node) => node.end()))
  await terminal?.stop()
  await Promise.all(januses.map((janus) => janus.stop()))
  await line?.close()
  await mediaLine?.close()
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
})

test('joined by the county, the town has a meeting of its own that its leader is rung for', { skip }, async () => {
  const me = (await county.officer.get('/api/v1/me')).person
  const opened = await county.officer.post('/api/v1/meetings', { id: '', title: '防台风视频调度', origin: '', guests: [me], rings: false })
  assert.equal(opened.status, 201, JSON.stringify(opened.body))
  meeting = opened.body.id
  const wrong = await county.officer.post(`/api/v1/meetings/${meeting}/span`, { to: ['350582000000'] })
  assert.deepEqual([wrong.status, wrong.body.code], [422, 'not_below'])
  await above.goto(`${county.url}/meetings/${meeting}`)
  await above.getByLabel(TOWN.name).check()
  await above.getByRole('button', { name: '接入所选各站' }).click()
  await above.getByText('已接入').waitFor()
  const { items } = await until(() => town.officer.get('/api/v1/meetings'), (page) => page.items.length > 0, PATIENCE_ms)
  assert.deepEqual([items[0].title, items[0].origin], ['防台风视频调度', `above:${meeting}`])
  linked = items[0].id
})

test('who speaks at one level is seen at the other, once', { skip }, async () => {
  await goIn(below, town.url, linked)
  await goIn(beside, town.url, linked)
  await sees(below, names.head)
  await goIn(above, county.url, meeting)
  const from = Date.now()
  for (const name of [names.officer, names.head]) await sees(above, name)
  console.log(`the county sees two people of the town ${Date.now() - from} ms after its officer pressed "enter"`)
  await sees(below, names.county)
  await sees(beside, names.county)
  for (const name of [names.officer, names.head]) assert.equal(await tile(above, name).count(), 1)
  await tile(above, names.officer).getByText(TOWN.name).waitFor()
  for (const [page, name] of [[above, names.officer], [above, names.head], [below, names.county]]) await moving(page, name)
})

test('a hand raised at one level is seen at the other, and so is what is shown on the map', { skip }, async () => {
  await below.getByRole('button', { name: '举手', exact: true }).click()
  await tile(above, names.officer).getByText('举手').waitFor({ timeout: PATIENCE_ms })
  await above.locator(`[data-guest="${names.officer}"]`).getByText('举手').waitFor()
  await below.getByRole('button', { name: '放下手', exact: true }).click()
  await tile(above, names.officer).getByText('举手').waitFor({ state: 'detached', timeout: PATIENCE_ms })
  const show = (officer, id, words) => officer.post(`/api/v1/meetings/${id}/view`, { lon: 118.6, lat: 24.7, zoom: 12, words })
  assert.equal((await show(county.officer, meeting, '崇武海堤决口处')).status, 200)
  await below.getByText('崇武海堤决口处').waitFor({ timeout: PATIENCE_ms })
  await below.getByText(names.county).first().waitFor()
  assert.equal((await show(town.officer, linked, '转移车队在这里')).status, 200)
  await above.getByText('转移车队在这里').waitFor({ timeout: PATIENCE_ms })
  await above.getByText(`${TOWN.name} ${names.officer} 展示`).waitFor()
})

test('a hard terminal of the town is heard and seen at the county, and hears and shows it', { skip: skip || noPhone }, async () => {
  terminal = await startTelephone(folder, '801', { beeps: true, pictures: 'h264' })
  const sheet = { kind: 'conference_set', name: '镇会议室终端', number: terminal.address, area: TOWN.area, place: '三楼', in_rounds: false }
  const keeper = (await town.head.get('/api/v1/me')).person
  const registered = await town.head.post('/api/v1/devices', { sheet, keeper })
  assert.equal(registered.status, 201, JSON.stringify(registered.body))
  for (const page of [below, beside]) await page.getByRole('button', { name: '静音', exact: true }).click() // the county alone speaks
  const from = Date.now()
  const called = await town.officer.post(`/api/v1/meetings/${linked}/terminals/call`, { terminal: registered.body.id })
  assert.equal(called.status, 200, JSON.stringify(called.body))
  await tile(above, '镇会议室终端').getByText('SIP 会议终端').waitFor({ timeout: PATIENCE_ms })
  console.log(`the county sees the town's terminal ${Date.now() - from} ms after it was called`)
  await until(() => tile(above, '镇会议室终端').locator('video').evaluate((video) => video.srcObject !== null), Boolean, PATIENCE_ms)
  await sees(above, '镇会议室终端')
  console.log(`its picture was there after ${Date.now() - from} ms`)
  await moving(above, '镇会议室终端')
  await above.evaluate(async () => {
    const { srcObject } = document.querySelector('[data-person="镇会议室终端"] video')
    globalThis.endEar = await globalThis.listenTo(srcObject.getAudioTracks()[0])
  })
  const ear = terminal.listens('dec')
  const mouth = terminal.listens('enc')
  await until(() => [ear.heard.length, mouth.heard.length], ([heard, said]) => heard >= 3 && said >= 4, PATIENCE_ms)
  const [heard, said] = [await above.evaluate(() => globalThis.endEar()), mouth.stop()]
  ear.stop()
  await terminal.screen() // shows who speaks: at the county, or the camera here that spoke last
  assert.ok(heard.length >= said.length - 2, `${heard.length} of ${said.length} beeps were heard at the county`)
})

test('the line cut: said in time, and the town talks on', { skip }, async () => {
  const from = Date.now()
  line.cut()
  mediaLine.cut()
  await saidInTime(from)
  await cutAt(below, names.county).waitFor({ timeout: PATIENCE_ms })
  await moving(below, names.head)
  await moving(beside, names.officer)
})

test('mended, both levels see each other without anybody entering again', { skip }, async () => {
  const from = Date.now()
  line.mend()
  mediaLine.mend()
  await cutAt(above, names.officer).waitFor({ state: 'detached', timeout: PATIENCE_ms })
  await cutAt(below, names.county).waitFor({ state: 'detached', timeout: PATIENCE_ms })
  console.log(`mended after ${Date.now() - from} ms`)
  for (const [page, name] of [[above, names.officer], [above, names.head], [below, names.county]]) await moving(page, name)
  for (const name of [names.officer, names.head]) assert.equal(await tile(above, name).count(), 1)
})

test('media alone cut, while words still pass: said as well', { skip }, async () => {
  const from = Date.now()
  mediaLine.cut()
  await saidInTime(from)
  mediaLine.mend()
  await cutAt(above, names.officer).waitFor({ state: 'detached', timeout: PATIENCE_ms })
  for (const [page, name] of [[above, names.officer], [below, names.county]]) await moving(page, name)
})

test("the town's Janus dies: the county sees its people again", { skip }, async () => {
  januses[1].kill()
  await below.getByText('视频服务中断，正在恢复').waitFor({ timeout: PATIENCE_ms })
  await below.getByText('视频服务中断，正在恢复').waitFor({ state: 'detached', timeout: PATIENCE_ms })
  await sees(below, names.head)
  for (const name of [names.officer, names.head]) await sees(above, name)
  for (const [page, name] of [[above, names.officer], [above, names.head], [below, names.county]]) await moving(page, name)
})

test('the county concludes, and the meeting of the town ends with it', { skip }, async () => {
  assert.equal((await county.officer.post(`/api/v1/meetings/${meeting}/close`, {})).status, 200)
  await above.getByText('会议已结束。').waitFor({ timeout: PATIENCE_ms })
  await below.getByText('会议已结束。').waitFor({ timeout: PATIENCE_ms })
  assert.deepEqual([...above.faults, ...below.faults, ...beside.faults], [])
})

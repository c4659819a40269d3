// A hard terminal of a meeting room in a meeting by video: a real baresip as the terminal, a real Janus, browsers. It is called
// from the page, hears the room and is heard, is muted and removed; refusals stand in words; Janus or the terminal dying leaves
// nobody hanging; one that dials in is taken when it is registered, and refused when it is not.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { beeps, lendEar } from '../../bench/mouth_to_ear.mjs'
import { freePort, serve } from '../../tools/county.mjs'
import { freeUdpPort, startTelephone } from '../telephones/exchange.mjs'
import { signIn, until, YONGNING } from './county.mjs'
import { startJanus } from './janus.mjs'
import { enter, launch } from './screen.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const skip = spawnSync('baresip', ['-h']).error === undefined ? false : 'there is no baresip here'
const CAMERAS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']
const PATIENCE_ms = 60_000
const HEARD_MOST_ms = 5_000
const LOST_MOST_ms = 30_000
const folder = mkdtempSync(join(tmpdir(), 'anlan-terminal-'))
const phones = []
let janus, node, base, browser, officer, head, desk, chief, meeting, line
const sets = {}
const names = {}

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
const detail = () => officer.get(`/api/v1/meetings/${meeting}`)
const terminal = async (name) => (await detail()).terminals.find((each) => each.name === name)
const row = (name) => desk.locator(`[data-terminal="${name}"]`)
const tile = (page, name) => page.locator(`[data-person="${name}"]`)
const inState = (name, state) => desk.locator(`[data-terminal="${name}"][data-state="${state}"]`).waitFor({ timeout: PATIENCE_ms })
async function call(name) {
  await desk.locator('select[name="terminal"]').selectOption({ label: name })
  const from = Date.now()
  await desk.getByRole('button', { name: '呼叫终端', exact: true }).click()
  return from
}
/** Whether anything was heard of somebody in a page within a while. */
const heardIn = async (page, name, seconds) => {
  await page.evaluate(async (who) => {
    const { srcObject } = document.querySelector(`[data-person="${who}"] video`)
    globalThis.endEar = await globalThis.listenTo(srcObject.getAudioTracks()[0])
  }, name)
  await page.waitForTimeout(seconds * 1000)
  return page.evaluate(() => globalThis.endEar())
}
const middle = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]
/** Of what was heard within 1.8 s of having been said. */
const lateness = (said, heard) =>
  heard.flatMap((at) => {
    const from = said.filter((each) => each <= at).at(-1)
    return from === undefined || at - from > 1_800 ? [] : [at - from]
  })

before(async () => {
  if (skip) return
  janus = await startJanus(join(folder, 'janus'))
  line = await freeUdpPort()
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\ndemo = true\nport = ${await freePort()}\n
[node.janus]\nsocket = "${janus.socket}"\n\n[node.sip]\nlocal = "127.0.0.1"\nterminals_port = ${line}\n`,
  )
  node = await serve(config)
  base = node.url
  ;[officer, head] = await Promise.all(['zhiban', 'zhanzhang'].map((login) => signIn(base, login)))
  for (const [key, who] of Object.entries({ officer, head })) names[key] = await who.get('/api/v1/me')
  const sound = join(folder, 'beeps.wav')
  writeFileSync(sound, beeps())
  browser = await launch([...CAMERAS, `--use-file-for-fake-audio-capture=${sound}`])
  desk = await enter(browser, base, { login: 'zhiban', kind: 'desk' })
  chief = await enter(browser, base, { login: 'zhanzhang', kind: 'desk' })
  for (const page of [desk, chief]) await lendEar(page)
  meeting = (await officer.post('/api/v1/meetings', { id: '', title: '防台风视频会商', origin: '', guests: [names.officer.person, names.head.person], rings: false })).body.id
})
after(async () => {
  await browser?.close()
  await node?.end()
  await Promise.all(phones.map((one) => one.stop()))
  await janus?.stop()
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
})

test('who cannot be called, and why nobody came, stands in words', { skip }, async () => {
  await register('旧终端', 'SN-20240001')
  await register('关机的终端', `802@127.0.0.1:${await freeUdpPort()}`)
  await register('无人应答的终端', (await phone('803', { picksUp: false })).address)
  await register('分机终端', '804')
  const number = await officer.post(`/api/v1/meetings/${meeting}/terminals/call`, { terminal: sets['旧终端'] })
  assert.deepEqual([number.status, number.body.code], [422, 'address_invalid'])
  await until(() => officer.get('/api/v1/meetings/terminals'), (said) => said.line === 'up', PATIENCE_ms)
  await desk.goto(`${base}/meetings/${meeting}`)
  await desk.locator('select[name="terminal"] option', { hasText: '旧终端' }).waitFor({ state: 'attached' })
  assert.equal(await desk.locator('select[name="terminal"] option', { hasText: '旧终端' }).getAttribute('disabled'), '')
  await call('关机的终端')
  await row('关机的终端').getByText('终端没有回应').waitFor({ timeout: PATIENCE_ms })
  await call('分机终端')
  await row('分机终端').getByText('分机号要经语音网关呼叫').waitFor({ timeout: PATIENCE_ms })
  await call('无人应答的终端')
  await inState('无人应答的终端', 'ringing')
  phones[0].hangUp()
  await row('无人应答的终端').getByText(/终端正忙|终端拒接/).waitFor({ timeout: PATIENCE_ms })
})

test('called from the page, it rings, joins, hears the room and is heard', { skip }, async () => {
  const room = await phone('801', { beeps: true })
  await register('三楼会议室终端', room.address)
  for (const page of [desk, chief]) {
    await page.goto(`${base}/meetings/${meeting}`)
    await page.getByRole('button', { name: '进入会议', exact: true }).click({ timeout: PATIENCE_ms })
  }
  await tile(chief, names.officer.name).waitFor({ timeout: PATIENCE_ms })
  await chief.getByRole('button', { name: '静音', exact: true }).click() // both have the same microphone
  const ear = room.listens('dec')
  const from = await call('三楼会议室终端')
  await inState('三楼会议室终端', 'joined')
  const joined = Date.now() - from
  await tile(chief, '三楼会议室终端').getByText('SIP 会议终端').waitFor({ timeout: PATIENCE_ms })
  const loud = await until(() => room.loudness(), (all) => all.some((each) => each > 0.02), PATIENCE_ms)
  assert.ok(loud.length)
  await until(() => ear.heard.length, (n) => n > 0, PATIENCE_ms)
  const [first] = ear.stop()
  console.log(`pressed to joined on the page ${joined} ms, to the first beep heard by the terminal ${first - from} ms (beeps every 2 s)`)
  assert.ok(first - from < HEARD_MOST_ms, `${first - from} ms`)
})

test('mouth to ear, both ways', { skip }, async () => {
  const [, room] = phones
  const theirEar = room.listens('dec')
  await desk.evaluate(async () => (globalThis.endEar = await globalThis.listenTo(globalThis.voice)))
  await desk.waitForTimeout(12_000) // of beeps
  const said = await desk.evaluate(() => globalThis.endEar())
  const all = theirEar.stop()
  const there = lateness(said, all)
  const theirMouth = room.listens('enc')
  const here = []
  for (let round = 0; round < 4 && here.length < 5; round++) // a busy machine's browsers hear with gaps
    here.push(...lateness(theirMouth.heard, await heardIn(chief, '三楼会议室终端', 12)))
  theirMouth.stop()
  console.log(`browser to terminal ${middle(there)} ms (${there}); terminal to browser ${middle(here)} ms (${here})`)
  assert.ok(there.length >= 3 && here.length >= 3, `${there.length} and ${here.length} beeps`)
  assert.ok(all.length <= said.length + 1, 'what it says itself comes back to it')
})

test('muted it is shown as muted and heard no more, until it is again', { skip }, async () => {
  await row('三楼会议室终端').getByRole('button', { name: '静音' }).click()
  await tile(chief, '三楼会议室终端').getByText('已静音').waitFor({ timeout: PATIENCE_ms })
  assert.deepEqual((await heardIn(chief, '三楼会议室终端', 5)).slice(1), [], 'heard while muted')
  await row('三楼会议室终端').getByRole('button', { name: '开麦' }).click()
  await tile(chief, '三楼会议室终端').getByText('已静音').waitFor({ state: 'detached', timeout: PATIENCE_ms })
  assert.ok((await heardIn(chief, '三楼会议室终端', 6)).length >= 2)
})

test('Janus dies: the call stands, and goes on by itself', { skip }, async () => {
  const [, room] = phones
  const from = Date.now()
  janus.kill()
  await desk.getByText('视频服务中断，正在恢复').waitFor({ timeout: PATIENCE_ms })
  const ear = room.listens('dec')
  await desk.getByText('视频服务中断，正在恢复').waitFor({ state: 'detached', timeout: PATIENCE_ms })
  await tile(chief, '三楼会议室终端').waitFor({ timeout: PATIENCE_ms })
  await until(() => ear.heard.length, (n) => n > 1, PATIENCE_ms)
  console.log(`Janus killed: the terminal hears the room again after ${ear.stop()[0] - from} ms (beeps every 2 s)`)
  assert.ok((await heardIn(chief, '三楼会议室终端', 6)).length >= 2)
  assert.equal(room.times('CALL_CLOSED'), 0)
  assert.equal((await terminal('三楼会议室终端')).state, 'joined')
})

test('the terminal dies: it is missed, said and noted', { skip }, async () => {
  const [, room] = phones
  const from = Date.now()
  await room.stop()
  await row('三楼会议室终端').getByText('声音中断').waitFor({ timeout: LOST_MOST_ms })
  await tile(chief, '三楼会议室终端').waitFor({ state: 'detached', timeout: PATIENCE_ms })
  console.log(`terminal killed: said after ${Date.now() - from} ms`)
  assert.ok((await terminal('三楼会议室终端')).seconds > 20)
})

test('one that dials in is let in when it is registered, and removed by the host', { skip }, async () => {
  const stranger = await phone('901')
  const known = await phone('805', { beeps: true })
  await register('二楼会议室终端', known.address)
  const { dial_number } = await detail()
  assert.match(dial_number, /^\d{6}$/)
  const at = `sip:${dial_number}@127.0.0.1:${line}`
  stranger.call(at)
  await stranger.waits('CALL_CLOSED')
  assert.match(stranger.told(), /403/)
  assert.equal(stranger.times('CALL_ESTABLISHED'), 0)
  // Registered a moment ago: the line reads the register twice a second.
  for (const late = Date.now() + PATIENCE_ms; !known.times('CALL_ESTABLISHED') && Date.now() < late; await chief.waitForTimeout(500)) {
    const over = known.times('CALL_CLOSED')
    known.call(at)
    await until(() => known.times('CALL_ESTABLISHED') + known.times('CALL_CLOSED'), (n) => n > over, PATIENCE_ms)
  }
  await tile(chief, '二楼会议室终端').waitFor({ timeout: PATIENCE_ms })
  await inState('二楼会议室终端', 'joined')
  await row('二楼会议室终端').getByRole('button', { name: '移出' }).click()
  await known.waits('CALL_CLOSED')
  await row('二楼会议室终端').getByText('主持人已移出').waitFor({ timeout: PATIENCE_ms })
})

test('the end of the meeting ends its calls, and the attendance names them', { skip }, async () => {
  const last = await phone('806')
  await register('一楼会议室终端', last.address)
  await desk.locator('select[name="terminal"] option', { hasText: '一楼会议室终端' }).waitFor({ state: 'attached', timeout: PATIENCE_ms })
  await call('一楼会议室终端')
  await inState('一楼会议室终端', 'joined')
  assert.equal((await officer.post(`/api/v1/meetings/${meeting}/close`, {})).status, 200)
  await last.waits('CALL_CLOSED')
  await desk.getByText('会议已结束。').waitFor()
  const over = await detail()
  assert.deepEqual(over.terminals.filter((each) => each.first_joined).map((each) => each.name).sort(), ['一楼会议室终端', '三楼会议室终端', '二楼会议室终端'])
  assert.ok(over.terminals.every((each) => each.state === 'left'))
  const late = await officer.post(`/api/v1/meetings/${meeting}/terminals/call`, { terminal: sets['一楼会议室终端'] })
  assert.deepEqual([late.status, late.body.code], [409, 'already_closed'])
  assert.deepEqual([...desk.faults, ...chief.faults], [])
})

test('the program stops: it hangs up; killed, it says so when it is back', { skip }, async () => {
  const room = await phone('807')
  await register('四楼会议室终端', room.address)
  meeting = (await officer.post('/api/v1/meetings', { id: '', title: '第二个会', origin: '', guests: [names.officer.person], rings: false })).body.id
  const callIn = async () => {
    await until(() => officer.get('/api/v1/meetings/terminals'), (said) => said.line === 'up', PATIENCE_ms)
    assert.equal((await officer.post(`/api/v1/meetings/${meeting}/terminals/call`, { terminal: sets['四楼会议室终端'] })).status, 200)
    await until(() => terminal('四楼会议室终端'), (one) => one.state === 'joined', PATIENCE_ms)
  }
  for (const how of ['SIGTERM', 'SIGKILL']) {
    await callIn()
    await node.end(how)
    if (how === 'SIGTERM') await room.waits('CALL_CLOSED')
    node = await serve(join(folder, 'anlan.toml'))
    officer = await signIn(node.url, 'zhiban')
    await until(() => terminal('四楼会议室终端'), (one) => one.state === 'left' && one.zh.includes('程序重新启动'), PATIENCE_ms)
  }
})

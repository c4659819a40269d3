// A rain gauge climbs over a real mosquitto: an alarm, a call, an officer who takes it on the desk, a plan proposed; then
// it falls silent. One station with a broker of the test's own.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { command, program, signIn, until, YONGNING } from './county.mjs'
import { enter, launch } from './screen.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = mkdtempSync(join(tmpdir(), 'anlan-sensors-'))
let broker, station, base, officer, head, browser, page, mqtt, gauge, quiet

const freePort = () =>
  new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => settle(port))
    })
  })
const reached = (port) =>
  new Promise((settle) => {
    const socket = connect(port, '127.0.0.1', () => settle(socket)).on('error', () => settle(null))
  })

/** Just enough of MQTT 3.1.1 to publish: the program's own client is what is tried here, so this one is another. */
async function publisher(port) {
  const socket = await until(() => reached(port), Boolean)
  const text = (words) => Buffer.concat([Buffer.from([words.length >> 8, words.length & 255]), Buffer.from(words)])
  const packet = (kind, body) => Buffer.concat([Buffer.from([kind, body.length & 127 | (body.length > 127 ? 128 : 0), ...(body.length > 127 ? [body.length >> 7] : [])]), body])
  const answered = new Promise((settle) => socket.once('data', settle))
  socket.write(packet(0x10, Buffer.concat([text('MQTT'), Buffer.from([4, 2, 0, 60]), text('gauge')])))
  await answered
  return {
    say: (topic, payload) => socket.write(packet(0x30, Buffer.concat([text(topic), Buffer.from(payload)]))),
    close: () => socket.end(),
  }
}
const rain = (mm, at = new Date().toISOString()) => mqtt.say('anlan/T-YL-1/reading', JSON.stringify({ at, rain_mm: mm }))

before(async () => {
  const port = await freePort()
  writeFileSync(join(folder, 'mosquitto.conf'), `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\nlog_type none\n`)
  broker = spawn('/usr/sbin/mosquitto', ['-c', join(folder, 'mosquitto.conf')], { stdio: 'ignore' })
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${join(folder, 'data')}"\nshared = "${join(root, 'data')}"\nweb = "${join(root, 'web/dist')}"\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\naddress = "127.0.0.1"\nport = 0\ndemo = true\n[node.mqtt]\nport = ${port}\n`,
  )
  station = spawn(program, ['serve', '--config', config], { stdio: ['ignore', 'pipe', 'inherit'] })
  base = await new Promise((settle, fail) => {
    station.once('exit', (code) => fail(new Error(`the program ended with ${code}`)))
    createInterface({ input: station.stdout }).on('line', (line) => line.startsWith('ready') && settle(line.split(' ')[3]))
  })
  officer = await signIn(base, 'zhiban')
  head = await signIn(base, 'zhanzhang')
  mqtt = await publisher(port)
  const register = async (name, device, minutes) =>
    (await head.post('/api/v1/sensors', { name, device, measure: 'rain_gauge', area: YONGNING, lon: 118.7, lat: 24.69, interval_seconds: minutes * 60 })).body.id
  gauge = await register('测试雨量站', 'T-YL-1', 60)
  quiet = await register('测试哑站', 'T-YL-2', 1 / 60)
  for (const [id, seconds] of [[gauge, 0], [quiet, 0]])
    await head.post(`/api/v1/sensors/${id}/thresholds`, {
      thresholds: [
        { grade: 'watch', direction: 'above', value: 30, hysteresis: 5, seconds },
        { grade: 'act', direction: 'above', value: 50, hysteresis: 5, seconds },
      ],
    })
  // Silence after five seconds instead of two minutes: the clock is the station's own to set.
  const session = await fetch(`${base}/api/v1/sessions`, { method: 'POST', body: JSON.stringify({ login: 'zhanzhang', password: 'anlan-demo' }) })
  const { token } = await session.json()
  const set = await fetch(`${base}/api/v1/policy/sensor.silence.least`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ value: 5, source: '测试' }),
  })
  assert.equal(set.status, 200, await set.text())
  browser = await launch()
  page = await enter(browser, base, { login: 'zhiban', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  mqtt?.close()
  station?.kill('SIGTERM')
  broker?.kill('SIGTERM')
  await new Promise((settle) => (station ? station.once('exit', settle) : settle()))
  rmSync(folder, { recursive: true, force: true })
})

const alarmsOf = async (sensor) => (await officer.get(`/api/v1/sensor-alarms?sensor=${sensor}`)).items

test('a gauge that climbs shows its value and raises nothing below its limit', async () => {
  await until(() => officer.get('/api/v1/sensors/intake'), (each) => each.intake.connected)
  const minutes_ago = (n) => new Date(Date.now() - n * 60_000).toISOString()
  for (const [mm, ago] of [[2, 40], [8, 20], [21, 1]]) rain(mm, minutes_ago(ago))
  const sensor = await until(() => officer.get(`/api/v1/sensors/${gauge}`), (each) => each.last?.value === 21)
  assert.equal(sensor.state, 'ok')
  assert.deepEqual(await alarmsOf(gauge), [])
})

test('nonsense is held back, said, and raises nothing', async () => {
  mqtt.say('anlan/T-YL-1/reading', '{"rain_mm": NaN}')
  rain(4711)
  rain(22, '1970-01-01T00:00:00Z')
  mqtt.say('anlan/nobody/reading', '{"rain_mm":1}')
  const sensor = await until(() => officer.get(`/api/v1/sensors/${gauge}`), (each) => each.faults.length === 3)
  assert.deepEqual(sensor.faults.map((each) => each.fault).sort(), ['absurd', 'clock', 'not_a_number'])
  const { strangers } = await until(() => officer.get('/api/v1/sensors/intake'), (each) => each.strangers.length > 0)
  assert.equal(strangers[0].device, 'nobody')
  assert.deepEqual(await alarmsOf(gauge), [])
})

test('past its limit it calls the officer, who takes it on the desk, in so many seconds', async (t) => {
  const published = Date.now()
  rain(36)
  const card = page.getByRole('region', { name: '监测提示' })
  await card.getByText('测试雨量站 1小时雨量 36.0 mm').waitFor()
  t.diagnostic(`on the desk after ${Date.now() - published} ms`)
  const [alarm] = await alarmsOf(gauge)
  assert.equal(alarm.grade, 'watch')
  assert.doesNotMatch(alarm.text, /预警/)
  const called = async () => (await officer.get('/api/v1/calls')).items.find((each) => each.response === alarm.id)
  assert.equal((await until(called, Boolean)).state, 'ringing')
  await card.locator(`[data-alarm="${alarm.id}"]`).getByRole('button', { name: '我来处理' }).click()
  const taken = await until(async () => (await alarmsOf(gauge))[0], (each) => each.attended_at)
  assert.ok(taken.seconds >= 0 && taken.seconds < 30, `${taken.seconds} s`)
  assert.ok(taken.attended_name)
  assert.equal((await until(called, (each) => each?.state !== 'ringing'))?.state ?? 'closed', 'closed')
})

test('worse than that, the plan whose trigger names it is proposed', async () => {
  rain(57)
  const [alarm] = await until(() => alarmsOf(gauge), ([each]) => each.grade === 'act')
  assert.equal(alarm.attended_at, null, 'who took the lesser alarm is asked anew')
  const { items } = await until(() => officer.get('/api/v1/responses'), (each) => each.items.some((one) => one.state === 'proposed'))
  const proposed = items.find((each) => each.state === 'proposed')
  assert.match(JSON.stringify(proposed), /1 小时雨量达到处置值/)
  await officer.post(`/api/v1/sensor-alarms/${alarm.id}/attend`, { note: '已派人' })
  rain(3)
  await until(() => alarmsOf(gauge), ([each]) => each.cleared_at)
})

test('its page draws the series with its thresholds, and an alarm becomes an incident by one press', async () => {
  await page.goto(`${base}/sensors/${gauge}`)
  await page.locator('svg.chart .mean').first().waitFor({ state: 'attached' })
  assert.equal(await page.locator('svg.chart .limit').count(), 2)
  await page.getByRole('button', { name: '登记为事件' }).first().click()
  await page.waitForURL(/incidents\/new/)
  assert.match(await page.locator('textarea').first().inputValue(), /测试雨量站/)
})

test('a sensor that falls silent raises an alarm too, and it is over when it speaks', async () => {
  const [silence] = await until(() => alarmsOf(quiet), (each) => each.length > 0, 30_000)
  assert.equal(silence.kind, 'silence')
  mqtt.say('anlan/T-YL-2/reading', '{"rain_mm":1}')
  await until(() => alarmsOf(quiet), ([each]) => each.cleared_at)
})

test('the risk map lists the sensor among the hazard points, and the journal verifies', async () => {
  await page.goto(`${base}/risk`)
  await page.getByRole('button', { name: /测试雨量站/ }).first().click()
  await page.getByRole('link', { name: '打开监测曲线' }).waitFor()
  assert.deepEqual(page.faults, [])
  station.kill('SIGTERM')
  await new Promise((settle) => station.once('exit', settle))
  station = null
  const verdict = command('verify', '--data', join(folder, 'data'))
  assert.equal(verdict.status, 0, verdict.text)
})

// Cameras live: real RTSP cameras (GStreamer), a real Janus, browsers that see moving pictures on the desk's map, on the
// card of a sensor and in a meeting. What goes wrong is said; what nobody watches is taken away.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort, serve } from '../../tools/county.mjs'
import { signIn, until, YONGNING } from './county.mjs'
import { startJanus } from './janus.mjs'
import { startCameras } from './rtsp.mjs'
import { enter, launch } from './screen.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const CAMERAS = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required']
const FIRST_FRAME_ms = 2_000
const PATIENCE_ms = 60_000
const GONE_ms = 30_000
const MOST = 2
const pictures = process.env.SHOTS
const folder = mkdtempSync(join(tmpdir(), 'anlan-cameras-'))
let janus, cameras, node, base, browser, head, officer, village, desk, phone, meeting
const ids = {}

async function picture(page, name, sizes = [[1920, 1080], [1366, 768], [390, 844]]) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${pictures}/${name}_${width}x${height}.png`, fullPage: width < 500 })
  }
  await page.setViewportSize(size)
}

/** The processes that carry a camera for this very station: by their command line, which names no camera. */
function carriers() {
  const of = (pid) => {
    try {
      return { pid: Number(pid), words: readFileSync(`/proc/${pid}/cmdline`, 'utf8'), parent: Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]) }
    } catch {
      return null // ended meanwhile
    }
  }
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(of).filter(Boolean)
  return all.filter((each) => each.parent === node.pid && each.words.includes('rtp://127.0.0.1:'))
}
/** Seconds of a processor that a process has used. */
const seconds = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
const tile = (page, name) => page.locator(`figure[data-camera="${name}"]`)
const live = (page, name) => page.locator(`figure[data-camera="${name}"][data-live="1"]`).waitFor({ timeout: PATIENCE_ms })
/** A few pixels of the picture: what moves differs from moment to moment, and is not black. */
const pixels = (page, name) =>
  tile(page, name).locator('video').evaluate((video) => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [64, 36]
    const brush = canvas.getContext('2d')
    brush.drawImage(video, 0, 0, 64, 36)
    return Array.from(brush.getImageData(0, 0, 64, 36).data)
  })
const differing = (one, other) => one.filter((value, at) => Math.abs(value - other[at]) > 30).length
async function moves(page, name) {
  const first = await pixels(page, name)
  assert.ok(Math.max(...first.filter((_, at) => at % 4 !== 3)) > 60, 'the picture is not black')
  await until(() => pixels(page, name).then((now) => differing(first, now)), (count) => count > 20, PATIENCE_ms)
}
/** Where the sign of a camera stands on the page, found by its colour as an eye does. */
async function sign(page) {
  const shot = (await page.screenshot({ scale: 'css' })).toString('base64')
  return page.evaluate(async (bytes) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${bytes}` })
    await image.decode()
    const brush = new OffscreenCanvas(image.width, image.height).getContext('2d')
    brush.drawImage(image, 0, 0)
    const box = document.querySelector('.desk-map canvas').getBoundingClientRect()
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(Math.round)
    const { data } = brush.getImageData(x, y, width, height)
    let [count, right, down] = [0, 0, 0]
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] !== 0x17 || data[at + 1] !== 0x4a || data[at + 2] !== 0x82) continue
      count += 1
      right += (at / 4) % width
      down += Math.floor(at / 4 / width)
    }
    return count > 30 ? { x: x + right / count, y: y + down / count } : null
  }, shot)
}
const firstFrame_ms = (page) =>
  page.evaluate(() => {
    const last = (name) => performance.getEntriesByName(name).at(-1).startTime
    return last('camera.frame') - last('camera.press')
  })
const looks = async () => (await signIn(base, 'shenji')).get('/api/v1/journal?kind=sensor.camera_looked_at&limit=100')

before(async () => {
  janus = await startJanus(join(folder, 'janus'))
  cameras = await startCameras()
  const config = join(folder, 'anlan.toml')
  writeFileSync(
    config,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\ndemo = true\nport = ${await freePort()}\n
[node.janus]\nsocket = "${janus.socket}"\ncameras = ${MOST}\n`,
  )
  node = await serve(config)
  base = node.url
  ;[head, officer, village] = await Promise.all(['zhanzhang', 'zhiban', 'cunzhang'].map((login) => signIn(base, login)))
  const register = async (key, name, camera, lon = null, lat = null) => {
    const made = await head.post('/api/v1/sensors', { name, device: `T-SX-${key}`, measure: 'camera', area: YONGNING, lon, lat, interval_seconds: 86_400, camera })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    ids[key] = made.body.id
  }
  await register('gate', '测试南闸', cameras.address('gate'), 118.667, 24.6714) // in the sea, where no village's name stands
  await register('locked', '测试北闸', cameras.address('locked', 'viewer:secret@'))
  await register('denied', '测试旧密码', cameras.address('locked', 'viewer:guess@'))
  await register('modern', '测试新摄像头', cameras.address('modern'))
  browser = await launch(CAMERAS)
  desk = await enter(browser, base, { login: 'zhiban', kind: 'desk' })
  phone = await enter(browser, base, { login: 'cunzhang', kind: 'phone' })
})
after(async () => {
  await browser?.close()
  await node?.end()
  await cameras?.end()
  await janus?.stop()
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
})

test('a camera that is pressed shows a moving picture within two seconds, and who looked is written', async () => {
  await desk.goto(`${base}/sensors/${ids.gate}`)
  assert.ok(await desk.evaluate(() => RTCRtpReceiver.getCapabilities('video').codecs.some((each) => each.mimeType === 'video/H264')), 'this browser shows H.264')
  await desk.getByRole('button', { name: '看实时画面' }).click()
  await live(desk, '测试南闸')
  const firsts = [await firstFrame_ms(desk)]
  await moves(desk, '测试南闸')
  await picture(desk, 'camera_sensor')
  const [carrier] = carriers()
  const from = seconds(carrier.pid)
  const began = performance.now()
  await desk.waitForTimeout(5_000)
  const used = ((seconds(carrier.pid) - from) / (performance.now() - began)) * 100_000
  console.log(`carrying one camera of 640 × 360 uses ${used.toFixed(1)} % of a processor`)
  const written = (await looks()).items
  assert.equal(written.length, 1)
  assert.deepEqual([written[0].actor, written[0].subject], [officer.me.person, ids.gate])
  // Whatever else this machine does now may delay one of them: the best of three is what the program can do.
  while (firsts.length < 3) {
    await desk.getByRole('button', { name: '关闭画面' }).click()
    await until(carriers, (all) => all.length === 0, GONE_ms)
    await desk.getByRole('button', { name: '看实时画面' }).click()
    await live(desk, '测试南闸')
    firsts.push(await firstFrame_ms(desk))
  }
  console.log(`first frame ${firsts.map(Math.round).join(', ')} ms after the press`)
  assert.ok(Math.min(...firsts) < FIRST_FRAME_ms, `first frames after ${firsts} ms`)
})

test('closed, the picture leaves nothing behind', async () => {
  assert.equal(carriers().length, 1)
  await desk.getByRole('button', { name: '关闭画面' }).click()
  await until(carriers, (all) => all.length === 0, GONE_ms)
})

test('nobody is told the address or the password of a camera', async () => {
  for (const path of ['/api/v1/sensors', `/api/v1/sensors/${ids.locked}`, '/api/v1/journal?kind=sensor.&limit=200']) {
    const said = JSON.stringify(await (path.includes('journal') ? (await signIn(base, 'shenji')).get(path) : officer.get(path)))
    assert.ok(!said.includes('rtsp') && !said.includes('secret'), path)
  }
})

test('what is wrong is said in words with the way out', async () => {
  for (const [key, words] of [['denied', '不认用户名或密码'], ['modern', '设为 H.264']]) {
    await desk.goto(`${base}/sensors/${ids[key]}`)
    await desk.getByRole('button', { name: '看实时画面' }).click()
    await desk.getByText(words).waitFor({ timeout: PATIENCE_ms })
    await picture(desk, `camera_${key}`, [[1366, 768]])
    await desk.getByRole('button', { name: '关闭画面' }).click()
  }
  await until(carriers, (all) => all.length === 0, GONE_ms)
  const some = ['gate', 'locked', 'modern']
  const tried = []
  for (const key of some) tried.push(await officer.post(`/api/v1/sensors/${ids[key]}/viewings`, { meeting: '' }))
  assert.deepEqual(tried.map((each) => each.status), [201, 201, 429])
  assert.match(tried[2].body.message, /最多看 2 个摄像头/)
  const stranger = await signIn(base, 'wangge')
  const refused = await stranger.post(`/api/v1/sensors/${ids.gate}/viewings`, { meeting: '' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'not_permitted'])
  const guessed = await officer.post(`/api/v1/sensors/${ids.gate}/viewings/${'0'.repeat(40)}/signals`, { act: 'keepalive' })
  assert.deepEqual([guessed.status, guessed.body.code], [404, 'viewing_unknown'])
  await until(carriers, (all) => all.length === 0, GONE_ms) // nothing is heard of them: they are given up
})

test('on the map a camera stands as a sign; pressed, it shows its picture', async () => {
  await desk.goto(`${base}/desk`)
  await desk.locator('.desk-map [data-drawn]').waitFor({ timeout: PATIENCE_ms })
  await desk.getByRole('button', { name: /^摄像头/ }).waitFor()
  const { x, y } = await until(() => sign(desk), Boolean, PATIENCE_ms)
  await desk.mouse.click(x, y)
  await live(desk, '永宁镇')
  await moves(desk, '永宁镇')
  await picture(desk, 'camera_map')
})

test('a camera that dies is noticed and said; back, it is seen again without a press', async () => {
  const killed = performance.now()
  await cameras.end()
  await desk.getByText('摄像头没有回应，正在重新连接').waitFor({ timeout: PATIENCE_ms })
  console.log(`said ${Math.round(performance.now() - killed)} ms after the camera was killed`)
  await picture(desk, 'camera_away', [[1366, 768]])
  await cameras.begin()
  const begun = performance.now()
  await live(desk, '永宁镇')
  console.log(`seen again ${Math.round(performance.now() - begun)} ms after it was back`)
  await moves(desk, '永宁镇')
})

test('Janus dies: it is said, and the picture comes back by itself', async () => {
  janus.kill()
  await desk.locator('figure[data-live="0"]').waitFor({ timeout: PATIENCE_ms })
  await live(desk, '永宁镇')
  await moves(desk, '永宁镇')
  await desk.locator('.watched').getByRole('button', { name: '关闭' }).click()
  await until(carriers, (all) => all.length === 0, GONE_ms)
})

test('in a meeting everybody sees the camera that one shares, with its name, until it is stopped', async () => {
  const opened = await officer.post('/api/v1/meetings', { title: '南闸水情会商', guests: [officer.me.person, village.me.person] })
  meeting = opened.body.id
  for (const [page, path] of [[desk, `/meetings/${meeting}`], [phone, `/m/meetings/${meeting}`]]) {
    await page.goto(base + path)
    await page.getByRole('button', { name: '进入会议', exact: true }).click()
    await page.locator('[data-person]').first().waitFor()
  }
  await desk.getByRole('button', { name: '共享摄像头' }).click()
  assert.equal(await phone.getByRole('button', { name: '共享摄像头' }).count(), 0, 'a village head has no desk to share from')
  await desk.locator('li', { hasText: '测试南闸' }).getByRole('button', { name: '展示' }).click()
  for (const page of [desk, phone]) {
    await live(page, '测试南闸')
    await moves(page, '测试南闸')
  }
  assert.equal(carriers().length, 1, 'one camera, carried once')
  await picture(desk, 'camera_meeting')
  await picture(phone, 'camera_meeting_phone', [[390, 844]])
  await desk.getByRole('button', { name: '停止展示' }).click()
  for (const page of [desk, phone]) await tile(page, '测试南闸').waitFor({ state: 'detached', timeout: PATIENCE_ms })
  await until(carriers, (all) => all.length === 0, GONE_ms)
  const { cameras: shown } = await officer.get(`/api/v1/meetings/${meeting}`)
  assert.deepEqual(shown.map((each) => [each.name, each.person, each.until_at !== null]), [['测试南闸', officer.me.person, true]])
  await desk.getByText('展示过的摄像头').waitFor()
  const watched = (await looks()).items.filter((each) => each.body.meeting === meeting)
  assert.deepEqual(new Set(watched.map((each) => each.actor)), new Set([officer.me.person, village.me.person]))
  assert.deepEqual([...desk.faults, ...phone.faults], [])
})

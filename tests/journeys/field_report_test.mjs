// What a village head sends from the field: spoken and photographed; and what the station does not take, said plainly.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { FieldPhone, takePhoto } from './field_phone.mjs'

const BYTES = 'application/octet-stream'
let county, officer, cadre, phone

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhanzhang')
  cadre = await signIn(county.url(), 'cunzhang')
  phone = new FieldPhone(county.url(), 'cunzhang', ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
})
after(async () => {
  await phone?.end()
  await county?.stop()
  county?.remove()
})

/** A photo as a phone's camera writes it: with the place inside. */
function withPlace(jpeg) {
  const words = Buffer.from('Exif\0\0II*\0\x08\0\0\0GPSLatitude 24.6901 N GPSLongitude 118.7012 E', 'latin1')
  const head = Buffer.from([0xff, 0xe1, (words.length + 2) >> 8, (words.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), head, words, jpeg.subarray(2)])
}
const mine = async () => (await cadre.get('/api/v1/incidents/mine')).items

test('the phone offers itself for the home screen, with a picture for every phone', async () => {
  const manifest = await (await fetch(`${county.url()}/manifest.webmanifest`)).json()
  assert.equal(manifest.display, 'standalone')
  for (const icon of manifest.icons) {
    const picture = await fetch(county.url() + icon.src)
    assert.equal(picture.headers.get('content-type'), icon.type, icon.src)
  }
  assert.deepEqual(new Set(manifest.icons.map((icon) => icon.purpose)), new Set(['any', 'maskable']))
})

test('a report spoken and photographed without signal arrives once when there is one, and says nothing of where the photo was taken', async () => {
  const page = await phone.open('/m')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await until(() => page.evaluate(() => caches.keys().then((names) => names.length)), (n) => n > 0)
  await phone.go('/m/incident')
  await page.getByText('发生了什么').waitFor()
  const sent = []
  page.on('request', (request) => request.method() === 'PUT' && sent.push(request.postDataBuffer()))
  await phone.context.setOffline(true)
  const photo = withPlace(Buffer.from(await takePhoto(page, 7, 900), 'base64'))
  assert.ok(photo.includes('GPSLatitude'))
  await page.getByLabel('发生了什么').fill('村口的路陷下去一块')
  await page.locator('.photos input[type=file]').setInputFiles({ name: 'road.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.locator('.photos img').waitFor()
  await page.getByRole('button', { name: '按一下，说给值班室听' }).click()
  await page.getByRole('timer').filter({ hasText: '0:01' }).waitFor()
  await page.getByRole('button', { name: /说完了/ }).click()
  await page.locator('.voice audio').waitFor()
  await page.getByRole('button', { name: '报告值班室' }).click()
  await page.getByText('报告已存在手机里').waitFor()
  await page.getByRole('link', { name: /还没送出/ }).waitFor()
  assert.equal((await mine()).length, 0)
  await phone.kill()
  await phone.open('/m')
  await until(mine, (items) => items.length === 1, 30_000)
  await until(() => phone.waiting(), (left) => left === 0)
  assert.equal((await mine()).length, 1)
  assert.equal(sent.some((part) => part?.includes('GPSLatitude')), false)
})

test('the desk sees the photo, hears the voice, and reads that the kind is still to be found out', async () => {
  const [told] = await mine()
  assert.equal(told.kind, 'other')
  const detail = await officer.get(`/api/v1/incidents/${told.id}`)
  const [evidence] = detail.evidence
  assert.equal(evidence.by_name, cadre.me.name)
  assert.equal(evidence.photos.length, 1)
  const kept = await officer.bytes(`/api/v1/attachments/${evidence.photos[0]}`)
  assert.equal(kept.subarray(0, 2).toString('hex'), 'ffd8')
  assert.equal(kept.includes('Exif'), false)
  const voice = await officer.bytes(`/api/v1/attachments/${evidence.voice}`)
  assert.equal(voice.subarray(0, 4).toString('hex'), '1a45dfa3')
})

test('what is no photo, a film called a photo, 200 MB, and a place in the Atlantic are refused with words', async () => {
  const refused = async (path, body, type) => (await officer.post(path, body, type)).body.code
  assert.equal(await refused('/api/v1/attachments', Buffer.from('<svg onload=alert(1)>'), BYTES), 'attachment_type')
  assert.equal(await refused('/api/v1/attachments', Buffer.from('\x1a\x45\xdf\xa3 webm A_OPUS V_VP9', 'latin1'), BYTES), 'attachment_type')
  const upload = 'ab'.repeat(16)
  const part = await fetch(`${county.url()}/api/v1/uploads/${upload}?from=0&total=${200 * 1024 * 1024}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${(await entered()).token}`, 'Content-Type': BYTES },
    body: 'x',
  })
  assert.equal((await part.json()).code, 'attachment_too_large')
  const told = { words: '梅林村起火', place: '梅林村', lon: 0, lat: 0 }
  assert.equal(await refused('/api/v1/incidents', told), 'place_invalid')
})
const entered = async () =>
  (
    await fetch(`${county.url()}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login: 'zhanzhang', password: 'anlan-demo' }),
    })
  ).json()

test('a photo handed straight to the station loses the place it was taken at', async () => {
  const photo = withPlace(Buffer.from(await takePhoto(phone.page, 8), 'base64'))
  const made = await officer.post('/api/v1/attachments', photo, BYTES)
  const kept = await officer.bytes(`/api/v1/attachments/${made.body.id}`)
  assert.equal(kept.includes('GPSLatitude'), false)
  assert.ok(kept.length > photo.length / 2)
})

test('a phone whose clock is a day ahead reports what happened now', async () => {
  const { page } = phone
  await phone.go('/m/incident')
  await page.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 86_400_000
  })
  await page.getByLabel('发生了什么').fill('渔船在码头搁浅')
  await page.getByRole('button', { name: '报告值班室' }).click()
  const items = await until(mine, (all) => all.some((each) => each.kind === 'boat'))
  const told = items.find((each) => each.kind === 'boat')
  assert.ok(Math.abs(Date.parse(told.happened_at) - Date.now()) < 60_000, told.happened_at)
})

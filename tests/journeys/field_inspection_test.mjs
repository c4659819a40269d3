// An inspector in a cellar: the check list opens without signal, what is entered outlives the battery, and the record
// with its photos and signatures arrives once, dated when it was signed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { FieldPhone, takePhoto } from './field_phone.mjs'

let county, officer, phone, inspection, detail

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhifa')
  const places = (await officer.get('/api/v1/enforcement/places')).items
  const today = new Date().toISOString().slice(0, 10)
  const certified = (await officer.get('/api/v1/enforcement/officers')).items.filter((each) => each.expires_on >= today)
  const others = certified.filter((each) => each.person !== officer.me.person).map((each) => each.person)
  const lists = (await officer.get('/api/v1/enforcement/checklists')).items
  const started = await officer.post('/api/v1/enforcement/inspections', {
    place: places[0].place,
    checklist: lists[0].key,
    officers: [officer.me.person, others[0]],
    occasion: 'special',
    no_interest: true,
  })
  assert.equal(started.status, 201, JSON.stringify(started.body))
  inspection = started.body.id
  detail = await read()
  phone = new FieldPhone(county.url(), 'zhifa')
})
after(async () => {
  await phone?.end()
  await county?.stop()
  county?.remove()
})
const read = () => officer.get(`/api/v1/enforcement/inspections/${inspection}`)

async function sign(page, name) {
  const field = page.getByRole('img', { name: `${name} 签名处` })
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  await page.mouse.move(box.x + 40, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 4 })
  await page.mouse.up()
}

test('the inspection is on the first page and opens without signal', async () => {
  const page = await phone.open('/m')
  await page.getByRole('link', { name: detail.inspection.party.name }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await until(() => page.evaluate(() => caches.keys().then((names) => names.length)), (n) => n > 0)
  await phone.context.setOffline(true)
  await page.getByRole('link', { name: detail.inspection.party.name }).click()
  await page.getByRole('form', { name: '现场检查记录' }).waitFor()
})

test('what was entered is there after the battery fell out', async () => {
  const { page } = phone
  const form = page.getByRole('form', { name: '现场检查记录' })
  await form.getByLabel(/已出示执法证件/).check()
  const [first, ...rest] = detail.checklist.items
  for (const item of rest) await form.locator(`input[name="item-${item.code}"][value="pass"]`).check()
  await form.locator(`input[name="item-${first.code}"][value="fail"]`).check()
  await form.getByLabel('隐患内容').fill('<img src=x onerror=alert(1)>地下室堆放油桶')
  const files = form.locator('input[type=file]')
  await files.setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-<script>') })
  await form.getByRole('alert').waitFor()
  for (const n of [1, 2])
    await files.setInputFiles({ name: 'cellar.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await takePhoto(page, n, 900), 'base64') })
  await form.locator('.photos img').nth(1).waitFor()
  await form.getByLabel('检查情况').fill('地下室有油桶')
  await sign(page, `执法人员 ${detail.officers[0].name}`)
  await until(() => kept(page), (draft) => draft?.signed === 1 && draft.photos === 2 && draft.summary !== '')
  await phone.kill()
  await phone.open(`/m/inspections/${inspection}`, { offline: true })
  await phone.page.locator('.photos img').nth(1).waitFor()
  assert.equal(await phone.page.getByLabel('检查情况').inputValue(), '地下室有油桶')
  assert.ok(await phone.page.getByRole('button', { name: '重签' }).isVisible())
})

test('a browser that forgot who works here, as one that is killed may, still shows the work without signal', async () => {
  const { page } = phone
  await page.evaluate(() => localStorage.clear())
  await page.goto(new URL('/m', page.url()).href)
  await page.getByRole('link', { name: detail.inspection.party.name }).click()
  await page.getByRole('form', { name: '现场检查记录' }).waitFor()
})

/** What the phone's own store holds of the record so far. */
const kept = (page) =>
  page.evaluate(
    (id) =>
      new Promise((settle) => {
        const asked = indexedDB.open('anlan-phone')
        asked.onsuccess = () => {
          const got = asked.result.transaction('visits').objectStore('visits').get(id)
          got.onsuccess = () => {
            asked.result.close()
            const draft = got.result?.draft
            settle(
              draft && {
                signed: Object.values(draft.officers).filter(Boolean).length,
                photos: Object.values(draft.photos).flat().length,
                summary: draft.entry.summary,
              },
            )
          }
        }
      }),
    inspection,
  )

test('saved without signal it waits on the phone, and the station knows nothing yet', async () => {
  const { page } = phone
  await sign(page, `执法人员 ${detail.officers[1].name}`)
  await sign(page, '被检查单位负责人')
  await page.getByRole('button', { name: '保存记录' }).click()
  await page.getByText('记录已存在手机里').waitFor()
  await page.getByText('1 份记录等着送出').waitFor()
  assert.equal(await phone.waiting(), 1)
  assert.equal((await read()).inspection.state, 'started')
})

test('with signal it arrives once: list, photos without their place, signatures, and the time it was signed', async () => {
  const savedAt = Date.now()
  await phone.kill()
  await until(() => Date.now() - savedAt, (gone_ms) => gone_ms > 3_000)
  await phone.open('/m')
  const recorded = await until(read, (got) => got.inspection.state === 'recorded', 40_000)
  await until(() => phone.waiting(), (left) => left === 0)
  assert.equal(recorded.record.officers.length, 2)
  assert.notEqual(recorded.record.party_signature, '')
  const [hazard] = recorded.hazards
  assert.equal(recorded.hazards.length, 1)
  assert.equal(hazard.text, '<img src=x onerror=alert(1)>地下室堆放油桶')
  assert.equal(hazard.photos.length, 2)
  assert.deepEqual(recorded.record.answers[0].photos, hazard.photos)
  const picture = await officer.bytes(`/api/v1/attachments/${hazard.photos[0]}`)
  assert.equal(picture.subarray(0, 2).toString('hex'), 'ffd8')
  assert.equal(recorded.papers.filter((each) => each.kind === 'record').length, 1)
  assert.ok(Date.parse(recorded.inspection.recorded_at) <= savedAt + 1_500, 'the time of the signature, not of the arrival')
})

// A village head of sixty without signal: everything works, says plainly what is not sent, and arrives exactly once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { FieldPhone, orderFamilies, takePhoto } from './field_phone.mjs'

// ./dev full asks for 500 items and 20 interruptions; the short run for a slice of them.
const ITEMS = Number(process.env.ANLAN_FIELD_ITEMS ?? 40)
const CUTS = Number(process.env.ANLAN_FIELD_CUTS ?? 5)
let county, officer, cadre, phone, order, ids

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhanzhang')
  cadre = await signIn(county.url(), 'cunzhang')
  ;({ order, ids } = await orderFamilies(officer, cadre, ITEMS + 4))
  phone = new FieldPhone(county.url(), 'cunzhang')
})
after(async () => {
  await phone?.end()
  await county?.stop()
  county?.remove()
})
const rows = async () => (await officer.get(`/api/v1/transfers/${order}/households?limit=5000`)).items
const door = (number) => phone.page.locator('section.sheet', { hasText: `外高测试巷${number}号` })

test('the list of doors opens without signal, also after the phone was switched off', async () => {
  const page = await phone.open('/m')
  const all = (await cadre.get('/api/v1/transfers/mine')).items.length
  await page.getByText(`还剩 ${all} / ${all} 户`).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await until(() => page.evaluate(() => caches.keys().then((names) => names.length)), (n) => n > 0)
  await phone.kill()
  await phone.open('/m/doors', { offline: true })
  await door(0).waitFor()
})

test('a door entered without signal is shown as not sent, with its photo, and the station knows nothing yet', async () => {
  const { page } = phone
  await door(0).getByText('备注和照片').click()
  await door(0).locator('input[type=file]').setInputFiles({
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(await takePhoto(page, 1, 1200), 'base64'),
  })
  await door(0).locator('figure img').waitFor()
  await door(0).getByRole('button', { name: '投亲靠友' }).click()
  await page.getByRole('link', { name: /没有信号，1 件事等着送出/ }).waitFor()
  await page.getByRole('button', { name: /已登记的 1 户/ }).click()
  await door(0).filter({ hasText: '还没送出：投亲靠友' }).waitFor()
  assert.equal((await rows()).filter((row) => row.state !== 'waiting').length, 0)
})

test('what is no photo is refused with a word, and nothing of it is kept', async () => {
  await door(1).getByText('备注和照片').click()
  await door(1).locator('input[type=file]').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>') })
  await door(1).getByText('不是照片').waitFor()
})

test('killed in the middle of an upload it goes on where it was cut', async () => {
  const { page } = phone
  let parts = 0
  await page.route('**/api/v1/uploads/**', async (route) => {
    if (route.request().method() === 'PUT' && ++parts > 1) return route.abort()
    return route.continue()
  })
  await phone.context.setOffline(false)
  await phone.go('/m')
  await until(() => parts, (seen) => seen > 1, 40_000)
  await phone.kill()
  await phone.open('/m')
  await until(rows, (all) => all.some((row) => row.state === 'elsewhere' && row.photo), 30_000)
  const [row] = (await rows()).filter((each) => each.state === 'elsewhere')
  assert.equal(row.visits, 1)
  const kept = await officer.bytes(`/api/v1/attachments/${row.photo}`)
  assert.equal(kept.subarray(0, 2).toString('hex'), 'ffd8')
  assert.equal(kept.includes('Exif'), false)
  await until(() => phone.waiting(), (left) => left === 0)
})

test('two who enter different results both stand on the page, and a person decides', async () => {
  await phone.go('/m/doors')
  await door(1).waitFor()
  await until(() => phone.waiting(), (left) => left === 0)
  await phone.context.setOffline(true)
  await door(1).getByRole('button', { name: '不肯走' }).click()
  await phone.page.getByRole('link', { name: /1 件事等着送出/ }).waitFor()
  const other = (await rows()).find((row) => row.household === ids[1])
  const told = await officer.post(`/api/v1/transfers/${order}/households/${other.household}`, { state: 'elsewhere' })
  assert.equal(told.status, 200)
  await phone.context.setOffline(false)
  await phone.go('/m/me')
  const sides = phone.page.locator('section', { hasText: '您登记的' }).last()
  await sides.getByText('站里现在的').waitFor({ timeout: 40_000 })
  assert.match(await sides.innerText(), /不肯走[\s\S]*投亲靠友/)
  await sides.getByRole('button', { name: '按我的改' }).click()
  await until(rows, (all) => all.find((row) => row.household === ids[1]).state === 'refused')
})

/** Items as the page keeps them, put straight into the phone's own store. */
const queue = (items) =>
  phone.page.evaluate(
    async (items) => {
      const database = await new Promise((settle) => {
        const asked = indexedDB.open('anlan-phone')
        asked.onsuccess = () => settle(asked.result)
      })
      const writing = database.transaction('out', 'readwrite')
      for (const { photo, ...item } of items) {
        const bytes = Uint8Array.from(atob(photo), (letter) => letter.charCodeAt(0))
        writing.objectStore('out').put({ ...item, photo: new Blob([bytes], { type: 'image/jpeg' }) }, item.id)
      }
      await new Promise((settle) => (writing.oncomplete = settle))
      database.close()
    },
    items,
  )

test(`${ITEMS} entries with photos arrive exactly once across ${CUTS} interruptions`, async (t) => {
  const marked = ids.slice(4)
  await phone.context.setOffline(true)
  for (let from = 0; from < marked.length; from += 20) {
    const items = []
    for (const [n, household] of marked.slice(from, from + 20).entries())
      items.push({
        id: `moved:${order}:${household}`,
        key: `test-${household}`,
        kind: 'moved',
        title: 'x',
        person: cadre.me.person,
        at: Date.now() - 1000,
        aged: true,
        path: `/api/v1/transfers/${order}/households/${household}`,
        body: { state: 'elsewhere', was: 'waiting', shelter: '', note: `<img src=x onerror=alert(${n})>` },
        photo: await takePhoto(phone.page, from + n),
      })
    await queue(items)
  }
  await phone.kill()
  const begun = Date.now()
  const done = async () => (await rows()).filter((row) => marked.includes(row.household) && row.state === 'elsewhere').length
  const kinds = ['kill', 'offline', 'lost answer', 'lost part']
  await phone.open('/m')
  for (let cut = 0; cut < CUTS; ++cut) {
    const aim = Math.floor((ITEMS * (cut + 1)) / (CUTS + 1))
    await until(done, (count) => count >= aim, 120_000).catch(async (fault) => {
      throw new Error(`${fault.message}; held ${await phone.waiting()}; the page says: ${await phone.page.locator('body').innerText()}`)
    })
    const kind = kinds[cut % kinds.length]
    if (kind === 'kill') {
      await phone.kill()
      await phone.open('/m')
    } else if (kind === 'offline') {
      await phone.context.setOffline(true)
      await new Promise((settle) => setTimeout(settle, Math.random() * 300))
      await phone.context.setOffline(false)
    } else {
      // The station has it, and the phone never hears of that.
      const what = kind === 'lost answer' ? '**/api/v1/transfers/*/households/*' : '**/api/v1/uploads/**'
      await phone.page.route(what, async (route) => {
        await route.fetch().catch(() => undefined)
        await route.abort()
      }, { times: 1 })
      await new Promise((settle) => setTimeout(settle, 500))
      await phone.page.evaluate(() => window.dispatchEvent(new Event('online')))
    }
  }
  await until(done, (count) => count === ITEMS, 300_000)
  await until(() => phone.waiting(), (left) => left === 0, 60_000)
  t.diagnostic(`${ITEMS} entries in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
  const mine = (await rows()).filter((row) => marked.includes(row.household))
  assert.deepEqual(mine.filter((row) => row.visits !== 1), [])
  assert.equal(new Set(mine.map((row) => row.photo)).size, ITEMS)
  assert.equal((await officer.bytes(`/api/v1/attachments/${mine[0].photo}`)).subarray(0, 2).toString('hex'), 'ffd8')
})

test('the board adds up, and shows what was typed as words', async () => {
  const board = await officer.get(`/api/v1/transfers/${order}`)
  const { listed, ...parts } = board.transfer.people
  assert.equal(Object.values(parts).reduce((sum, each) => sum + each), listed)
  const noted = (await rows()).find((row) => row.note?.includes('onerror'))
  assert.ok(noted, 'the words are kept as they were typed')
})

test('who comes to the shelter is taken in without signal, and stands in its list once there is one', async () => {
  const { page } = phone
  const { items } = await cadre.get('/api/v1/shelters?mine=1')
  const { id } = items.find((each) => each.open)
  const inside = async () => (await cadre.get(`/api/v1/shelters/${id}/stays`)).items
  const before = (await inside()).length
  await page.goto(`${county.url()}/m/shelter`)
  await page.getByText('名单外的人').waitFor()
  await phone.context.setOffline(true)
  await page.getByText('名单外的人').click()
  await page.getByLabel('姓名').fill('测试来人甲')
  await page.getByLabel('人数').fill('3')
  await page.getByRole('button', { name: '登记入住' }).click()
  await page.getByText('测试来人甲 已记在手机里').waitFor()
  assert.equal((await inside()).length, before)
  await phone.context.setOffline(false)
  await until(inside, (stays) => stays.length === before + 1 && stays.some((stay) => stay.people === 3))
})

// People without an account: an enterprise by its own link, anybody by the code on the wall; what they write is tamed,
// sorted at the duty desk and answered to whoever has the code.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { takePhoto } from './field_phone.mjs'
import { enter, launch } from './screen.mjs'

const SCRIPT = '<img src=x onerror="window.struck = true"><script>window.struck = true</script>'
let county, browser, desk, duty, officer, stranger, order, link, code

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhifa')
  browser = await launch()
  desk = await enter(browser, county.url(), { login: 'zhifa', kind: 'desk' })
  duty = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
  stranger = await (await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' })).newPage()
  stranger.setDefaultTimeout(20_000)
  stranger.faults = []
  stranger.on('pageerror', (fault) => stranger.faults.push(String(fault)))
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})
const photo = async (number) => ({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await takePhoto(stranger, number), 'base64') })
const untouched = async (page) => assert.equal(await page.evaluate(() => window.struck), undefined)

test('the officer makes a link for one enterprise, shown once as a code that prints on a sheet of its own', async () => {
  const { rectifications } = await officer.get('/api/v1/enforcement')
  order = rectifications.find((each) => each.state === 'rectifying')
  await desk.goto(`${county.url()}/enforcement/outside`)
  await desk.getByRole('img', { name: '二维码：举报身边的安全隐患' }).waitFor()
  await desk.getByLabel('给哪一家').selectOption({ label: order.party_name })
  await desk.getByRole('button', { name: '生成链接' }).click()
  const made = desk.getByRole('status').filter({ hasText: '只显示这一次' })
  await made.getByRole('img', { name: `二维码：${order.party_name}` }).waitFor()
  link = await made.getByRole('link').getAttribute('href')
  await desk.evaluate(() => {
    window.print = () => (window.printed = [...document.body.children].filter((each) => getComputedStyle(each).display !== 'none').map((each) => each.innerText))
  })
  await desk.emulateMedia({ media: 'print' })
  await made.getByRole('button', { name: '打印' }).click({ force: true })
  const printed = await desk.evaluate(() => window.printed)
  await desk.emulateMedia({ media: 'screen' })
  assert.equal(printed.length, 1, 'nothing but the sheet')
  assert.match(printed[0], new RegExp(order.party_name))
  const { items } = await officer.get('/api/v1/enforcement/links')
  assert.equal(JSON.stringify(items).includes(link.split('/').pop()), false, 'the station does not keep the secret')
})

test('by a wrong link nothing is seen', async () => {
  await stranger.goto(`${county.url()}/e/${'0'.repeat(40)}`)
  await stranger.getByText('这个链接已失效').waitFor()
})

test('the enterprise sends proof of its order, with a photo; a picture that is none is refused with a word', async () => {
  await stranger.goto(link)
  await stranger.getByRole('heading', { name: order.party_name }).waitFor()
  const proof = stranger.locator('section', { hasText: '整改期限' }).first()
  await proof.locator('input[type=file]').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(SCRIPT) })
  await proof.getByRole('alert').waitFor()
  await proof.locator('input[type=file]').setInputFiles(await photo(1))
  await proof.getByText('1 张').waitFor()
  await proof.getByLabel('整改情况').fill(`通道已清空${SCRIPT}`)
  await proof.getByRole('button', { name: '报送整改' }).click()
  await stranger.getByText(/已报送，等待复查/).waitFor()
  const kept = await until(
    async () => (await officer.get('/api/v1/enforcement')).rectifications.find((each) => each.id === order.id),
    (got) => got.state === 'reported',
  )
  assert.ok(kept.reported_at)
})

test('its own check with a fault stands in the ledger of hazards as it was typed', async () => {
  const items = stranger.locator('section', { hasText: '安全自查' }).locator('li')
  await items.first().waitFor()
  const count = await items.count()
  for (let at = 0; at < count; at++) await items.nth(at).locator(`input[value="${at ? 'pass' : 'fail'}"]`).check()
  await stranger.getByRole('button', { name: '报送自查' }).click()
  await stranger.getByText('不合格的请写明情况').waitFor()
  await items.first().locator('textarea').fill(`灭火器过期${SCRIPT}`)
  await stranger.getByRole('button', { name: '报送自查' }).click()
  await stranger.getByText(/1 项不合格/).waitFor()
  const found = (await officer.get('/api/v1/enforcement/hazards')).items.find((each) => each.text.startsWith('灭火器过期'))
  assert.equal(found.text, `灭火器过期${SCRIPT}`)
  await desk.goto(`${county.url()}/enforcement/hazards`)
  await desk.getByText('灭火器过期').first().waitFor()
  await untouched(desk)
  await untouched(stranger)
})

test('anybody reports a hazard without an account and gets a code', async () => {
  await stranger.goto(`${county.url()}/report`)
  await stranger.getByRole('button', { name: '提交举报' }).click()
  await stranger.getByText('请写看到了什么').waitFor()
  await stranger.getByLabel('看到了什么').fill(`电线裸露${SCRIPT}`)
  await stranger.getByLabel('在哪里').fill(`码头仓库${SCRIPT}`)
  await stranger.getByLabel(/联系电话/).fill('13900000055')
  await stranger.locator('input[type=file]').setInputFiles(await photo(2))
  await stranger.getByText('1 张').waitFor()
  await stranger.getByRole('button', { name: '提交举报' }).click()
  code = (await stranger.locator('.code').innerText()).trim()
  assert.match(code, /^[2-9A-Z]{10}$/)
  await stranger.getByLabel(/输入编号/).fill(code.toLowerCase())
  await stranger.getByRole('button', { name: '查答复' }).click()
  await stranger.getByText(/正在核实/).waitFor()
})

test('the duty desk sees it among what is open, sorts and answers it, and the answer is read by the code', async () => {
  const watch = await signIn(county.url(), 'zhiban')
  const { open } = await watch.get('/api/v1/duty/desk')
  assert.ok(open.some((each) => each.kind === 'public' && each.words.startsWith('码头仓库')))
  await duty.goto(`${county.url()}/enforcement/outside`)
  const row = duty.getByRole('listitem').filter({ hasText: '电线裸露' })
  await row.getByText('139****0055').waitFor()
  await row.getByRole('button', { name: '分办并答复' }).click()
  const dialog = duty.getByRole('dialog', { name: '分办并答复' })
  await dialog.getByLabel('安排检查').check()
  await dialog.getByLabel(/答复/).last().fill(`明天派人检查${SCRIPT}`)
  await dialog.getByRole('button', { name: '分办并答复' }).click()
  await row.getByText('安排检查').waitFor()
  await stranger.getByRole('button', { name: '查答复' }).click()
  await stranger.getByText('明天派人检查').waitFor()
  await untouched(duty)
  await untouched(stranger)
})

test('whoever reports without end is held back, with the number to call', async () => {
  const said = []
  for (let n = 0; n < 12 && said.at(-1)?.status !== 429; n++) {
    const answer = await fetch(`${county.url()}/api/v1/public/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ what: `重复${n}`, where: '路口' }),
    })
    said.push({ status: answer.status, ...(await answer.json()) })
  }
  assert.equal(said.at(-1).code, 'too_many_reports')
  assert.ok(said.length > 1, 'the first is taken')
  const large = await fetch(`${county.url()}/api/v1/public/photos`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/jpeg' },
    body: Buffer.alloc(40 * 1024 * 1024),
  }).catch(() => ({ status: 413 }))
  assert.ok([413, 422].includes(large.status), `a file of 40 MB: ${large.status}`)
})

test('a link that was revoked is closed at once', async () => {
  await desk.goto(`${county.url()}/enforcement/outside`)
  await desk.getByRole('button', { name: '停用' }).first().click()
  const dialog = desk.getByRole('dialog', { name: '停用' })
  await dialog.getByRole('textbox').fill('负责人换了')
  await dialog.getByRole('button', { name: '停用' }).click()
  await desk.getByText('已停用').first().waitFor()
  await stranger.goto(link)
  await stranger.getByText('这个链接已失效').waitFor()
  for (const page of [desk, duty, stranger]) assert.deepEqual(page.faults, [])
})

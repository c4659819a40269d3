// From a purchase at the gate to the last pump: one keeper takes in and prints labels, a town floods and asks, the
// county sends by the program's proposal, a keeper hands over on a phone with a signature, the town receipts, what was
// lent comes back; two keepers want the same pump; a store is counted without signal.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { COUNTY, YONGNING, command, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const HANJIANG = '350581102000'
let county, browser, keeper, keeperPage, bureau, wet
const pages = []

before(async () => {
  county = await startCounty()
  browser = await launch()
  keeper = await signIn(county.url(), 'cangguan')
  bureau = await signIn(county.url(COUNTY), 'shiju')
  wet = await signIn(county.url(HANJIANG), 'zhiban')
})
after(async () => {
  await browser?.close()
  const code = await county?.stop()
  if (county) {
    assert.equal(code, 0)
    assert.equal(command('verify', '--data', county.data).status, 0)
    county.remove()
  }
})

async function open(area, login, kind = 'desk') {
  const page = await enter(browser, county.url(area), { login, kind })
  pages.push(page)
  return page
}
const stockOf = async (who, item) => (await who.get('/api/v1/stock')).items.find((each) => each.item === item)

test('a keeper takes in a purchase and prints its label', async () => {
  keeperPage = await open(YONGNING, 'cangguan')
  await keeperPage.goto(`${county.url()}/stores/receive`)
  const before = (await stockOf(keeper, '排水泵')).usable
  await keeperPage.getByLabel('物资', { exact: true }).fill('排水泵')
  await keeperPage.getByLabel('数量（台）').fill('2.5')
  await keeperPage.getByLabel('供应商、捐赠人').fill('测试泵业')
  await keeperPage.getByRole('button', { name: '入库', exact: true }).click()
  await keeperPage.getByRole('alert').first().waitFor()
  await keeperPage.getByLabel('数量（台）').fill('2')
  await keeperPage.getByLabel('库位').fill('A-02-3')
  await keeperPage.getByRole('button', { name: '入库', exact: true }).click()
  const link = keeperPage.getByRole('link', { name: '打印标签' })
  await link.waitFor()
  assert.equal((await stockOf(keeper, '排水泵')).usable, before + 2)
  const label = await keeper.bytes(await link.getAttribute('href'))
  assert.equal(label.subarray(0, 4).toString(), '%PDF')
  const foreign = await keeper.get('/api/v1/stock/scan?code=6901234567892')
  assert.equal(foreign.code, 'label_foreign')
})

let dispatch
test('a town asks for pumps, and the county sends what the program proposes', async () => {
  const page = await open(HANJIANG, 'zhiban')
  await page.goto(`${county.url(HANJIANG)}/dispatch/new`)
  await page.getByLabel('用于什么').fill('测试社区内涝排水')
  await page.getByLabel('送到哪里').fill('测试社区低洼处')
  await page.getByLabel('物资', { exact: true }).fill('排水泵')
  await page.getByLabel('数量（台）').fill('4')
  await page.getByRole('button', { name: '提出申请' }).click()
  await page.waitForURL(/\/dispatch\/(?!new)/)
  dispatch = page.url().split('/').pop()
  const desk = await open(COUNTY, 'shiju')
  await until(() => bureau.get(`/api/v1/dispatches/${dispatch}`), (each) => each.stage === 'asked')
  await desk.goto(`${county.url(COUNTY)}/dispatch/${dispatch}`)
  await desk.getByText('已证明最优').waitFor()
  await desk.getByRole('button', { name: '下达调拨' }).click()
  await desk.getByText('市级应急物资仓库').first().waitFor()
  const decided = await until(() => bureau.get(`/api/v1/dispatches/${dispatch}`), (each) => each.stage === 'decided')
  assert.equal(decided.needs[0].sent, 4)
})

let sender
test('the keeper hands over on the phone with a signature', async () => {
  const { legs } = await bureau.get(`/api/v1/dispatches/${dispatch}`)
  assert.ok(legs.length > 0)
  for (const leg of legs) {
    const area = [COUNTY, YONGNING, HANJIANG, '350581103000', '350581001000'].find((code) => county.url(code) && leg.node_name === names[code])
    sender = { area, leg }
    const phone = await open(area, 'cangguan', 'phone')
    await until(
      async () => (await (await signIn(county.url(area), 'cangguan')).get(`/api/v1/dispatches/${dispatch}`)).stage,
      (stage) => stage === 'decided' || stage === 'on_the_way',
    )
    await phone.goto(`${county.url(area)}/m/stores`)
    const card = phone.locator('section', { hasText: leg.store_name }).first()
    await card.getByRole('button', { name: '出库交接' }).click()
    const pad = await card.locator('canvas').boundingBox()
    await phone.mouse.move(pad.x + 30, pad.y + 30)
    await phone.mouse.down()
    await phone.mouse.move(pad.x + 120, pad.y + 70, { steps: 5 })
    await phone.mouse.up()
    await card.getByRole('button', { name: '出库交接' }).click()
    await until(
      async () => (await bureau.get(`/api/v1/dispatches/${dispatch}`)).legs.find((each) => each.store === leg.store).handed_at,
      Boolean,
    )
  }
})

const names = {
  [COUNTY]: '石狮市',
  [YONGNING]: '永宁镇',
  [HANJIANG]: '蚶江镇',
  350581103000: '祥芝镇',
  350581001000: '湖滨街道',
}

test('the town receipts on site, and everybody hears of it', async () => {
  await until(() => wet.get(`/api/v1/dispatches/${dispatch}`), (each) => each.legs.every((leg) => leg.handed_at))
  const page = await open(HANJIANG, 'zhiban')
  await page.goto(`${county.url(HANJIANG)}/dispatch/${dispatch}`)
  for (const leg of (await wet.get(`/api/v1/dispatches/${dispatch}`)).legs) {
    const row = page.locator('tr', { hasText: leg.store_name })
    await row.getByRole('button', { name: '签收' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '签收' }).click()
    await row.getByText('签收（').waitFor()
  }
  const seen = await until(() => bureau.get(`/api/v1/dispatches/${dispatch}`), (each) => each.stage === 'arrived')
  assert.equal(seen.needs[0].arrived, 4)
})

test('what was lent comes back, and the county closes with lessons', async () => {
  const { area, leg } = sender
  const there = await signIn(county.url(area), 'cangguan')
  const { items } = await there.get('/api/v1/stock/slips?limit=10')
  const slip = items.find((each) => each.dispatch === dispatch)
  const page = await open(area, 'cangguan')
  await page.goto(`${county.url(area)}/stores/slips`)
  await page.locator('tr', { hasText: '测试社区内涝排水' }).getByRole('button', { name: '登记归还' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await until(async () => (await there.get(`/api/v1/stock/slips/${slip.id}`)).closed_at, Boolean)
  const desk = await open(COUNTY, 'shiju')
  await desk.goto(`${county.url(COUNTY)}/dispatch/${dispatch}`)
  await desk.getByRole('button', { name: '办结小结' }).click()
  await desk.getByLabel('经验和问题').fill('泵车应常备在低洼镇')
  await desk.getByRole('dialog').getByRole('button', { name: '办结小结' }).click()
  await until(() => bureau.get(`/api/v1/dispatches/${dispatch}`), (each) => each.stage === 'closed')
  assert.ok(leg.store)
})

test('two keepers want the last boat: one has it, the other is told who', async () => {
  const { items } = await keeper.get('/api/v1/stock')
  const boat = items.find((each) => each.item === '橡皮艇')
  assert.equal(boat.usable, 1)
  const head = await signIn(county.url(), 'zhanzhang')
  const slip = (receiver) => ({
    store: boat.stores[0].store,
    use: 'emergency',
    purpose: '测试搜救',
    ordered_by: '值班领导',
    receiver,
    wanted: [{ batch: '', item: '橡皮艇', quantity: 1 }],
  })
  const answers = await Promise.all([
    keeper.post('/api/v1/stock/slips', slip('测试甲队')),
    head.post('/api/v1/stock/slips', slip('测试乙队')),
  ])
  assert.deepEqual(answers.map((each) => each.status).sort(), [201, 422])
  const late = answers.find((each) => each.status === 422).body
  assert.equal(late.code, 'not_enough')
  assert.match(late.message_zh, /测试搜救/)
})

test('a store is counted without signal; what was issued meanwhile is no difference', async () => {
  const { items: stores } = await keeper.get('/api/v1/stores')
  const store = stores.find((each) => each.name.endsWith('安置物资库'))
  const phone = await open(YONGNING, 'cangguan', 'phone')
  await phone.goto(`${county.url()}/m/stores`)
  await phone.getByRole('button', { name: `开始盘点 ${store.name}` }).click()
  const sheet = phone.locator('section', { hasText: store.name }).first()
  await sheet.getByText(/还有 \d+ 批没盘/).waitFor()
  const { items: batches } = await keeper.get(`/api/v1/stock/batches?store=${store.id}`)
  await phone.context().setOffline(true)
  for (const [at, batch] of batches.entries()) {
    if (at === 0) await typeLabel(phone, sheet, batch.id)
    else await sheet.getByRole('button', { name: new RegExp(batch.item) }).first().click()
    await sheet.getByRole('spinbutton').fill(String(batch.usable / batch.grain))
    await sheet.getByRole('button', { name: '记下' }).click()
    await sheet.getByRole('spinbutton').waitFor({ state: 'detached' })
  }
  const bed = batches.find((each) => each.item === '折叠床')
  const issued = await keeper.post('/api/v1/stock/slips', {
    store: store.id,
    use: 'emergency',
    purpose: '测试安置',
    ordered_by: '值班领导',
    receiver: '测试社区',
    wanted: [{ batch: bed.id, item: '', quantity: 5 }],
  })
  assert.equal(issued.status, 201)
  await phone.context().setOffline(false)
  const count = await until(
    async () => (await keeper.get('/api/v1/stock/counts')).items.find((each) => each.store === store.id),
    (each) => each?.counted === batches.length,
    30_000,
  )
  assert.equal((await keeper.post(`/api/v1/stock/counts/${count.id}/end`, { reasons: [] })).status, 200)
  const head = await signIn(county.url(), 'zhanzhang')
  assert.equal((await keeper.post(`/api/v1/stock/counts/${count.id}/approve`, {})).status, 403)
  assert.equal((await head.post(`/api/v1/stock/counts/${count.id}/approve`, {})).status, 200)
  const { items } = await keeper.get(`/api/v1/stock/agreement?store=${store.id}`)
  assert.ok(items.length && items.every((row) => row.agrees && row.goods !== null))
})

/** Where no camera opens, what stands below the code is typed; a label of another make is refused with words. */
async function typeLabel(phone, sheet, batch) {
  await sheet.getByRole('button', { name: '扫批次标签' }).click()
  await sheet.getByLabel('或输入编号').fill('https://example.invalid/6901234567892')
  await sheet.getByRole('button', { name: '确定' }).click()
  await sheet.getByText('这不是本站的标签').waitFor()
  await sheet.getByLabel('或输入编号').fill(batch.slice(-8))
  await sheet.getByRole('button', { name: '确定' }).click()
}

test('what no store has is bought by agreement, on a narrow screen too', async () => {
  const page = await open(YONGNING, 'cangguan')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${county.url()}/stores/suppliers?item=饮用水`)
  const before = (await stockOf(keeper, '饮用水')).usable
  await page.getByRole('button', { name: '要货', exact: true }).first().click()
  await page.getByRole('dialog').getByLabel('数量').fill('600')
  await page.getByRole('dialog').getByLabel('用途').fill('测试安置')
  await page.getByRole('dialog').getByRole('button', { name: '要货', exact: true }).click()
  const row = page.locator('tr', { hasText: '测试安置' })
  await row.getByRole('button', { name: '到货入库' }).click()
  await page.getByRole('dialog').getByLabel(/费用/).fill('900')
  await page.getByRole('dialog').getByRole('button', { name: '入库', exact: true }).click()
  await row.getByText(/已到货 600/).waitFor()
  assert.equal((await stockOf(keeper, '饮用水')).usable, before + 600)
  let seen = 0
  for (const path of ['stores/suppliers', 'stores', 'stores/slips', 'stores/agreement', 'teams', 'transfers']) {
    await page.goto(`${county.url()}/${path}`)
    await page.waitForLoadState('networkidle')
    seen += await page.locator('.table').count()
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('.table')].filter((each) => each.scrollWidth > each.clientWidth).length,
    )
    assert.equal(wide, 0, `a table of ${path} is cut at the right`)
  }
  assert.ok(seen >= 3, `${seen} tables were there to be looked at`)
})

test('no page threw', () => assert.deepEqual(pages.flatMap((page) => page.faults), []))

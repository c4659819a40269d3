// The building plan on the wall, and the programme's money: what the rules refuse is said beside the field.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { COUNTY, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const XIANGZHI = '350581103000'
const SCAN = join(import.meta.dirname, '../../data/demo/pictures/corridor_blocked.png')
let county, bureau, browser, above, town

before(async () => {
  county = await startCounty()
  bureau = await signIn(county.url(COUNTY), 'shiju')
  browser = await launch()
  above = await enter(browser, county.url(COUNTY), { login: 'shiju', kind: 'desk' })
  town = await enter(browser, county.url(XIANGZHI), { login: 'zhanzhang', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const chart = async () => (await bureau.get('/api/v1/building')).stations.find((each) => each.node === XIANGZHI)

test('the county sees four stations on the wall, each with the day it will be ready', async () => {
  await until(
    () => bureau.get('/api/v1/building'),
    (wall) => wall.stations?.length === 4,
  )
  await above.getByRole('button', { name: '建设验收' }).click()
  await above.getByRole('link', { name: '挂图作战' }).click()
  const card = above.getByRole('group', { name: '站' }).getByRole('button', { name: /祥芝镇/ })
  await card.waitFor()
  assert.match(await card.innerText(), /完成 \d+ \/ 20/)
  assert.match(await card.innerText(), /预计完工 \d{4}-\d\d-\d\d/)
})

test('a task waits for the one before it, and being late wants a reason', async () => {
  const before = await chart()
  const next = before.tasks.find((each) => each.state !== 'done')
  await town.goto(`${county.url(XIANGZHI)}/building`)
  const row = town.locator('.row').filter({ hasText: next.id })
  await row.getByRole('button', { name: '报进度' }).click()
  await row.getByRole('button', { name: '已完成' }).click()
  const said = row.getByText(/晚于计划，请写明原因|前置任务 \w+ 还没有完成/)
  const done = row.getByText('完成', { exact: true })
  await said.or(done).first().waitFor()
  if (await said.count()) {
    await row.getByLabel('晚于计划要写原因').fill('材料到货晚')
    await row.getByRole('button', { name: '已完成' }).click()
    await row.getByText('材料到货晚').waitFor()
  }
  await until(chart, (now) => now.done === before.done + 1)
})

test('a contract beyond its line is refused with what is left, and nothing is booked twice', async () => {
  await town.goto(`${county.url(XIANGZHI)}/funds`)
  await town.getByRole('button', { name: '登记合同' }).click()
  await town.getByLabel('合同', { exact: true }).fill('测试对讲机')
  await town.getByLabel('供应单位').fill('测试供应商')
  await town.getByLabel('金额（元）').fill('9,999,999')
  await town.getByLabel('日期').fill('2026-01-05')
  await town.getByRole('button', { name: '保存' }).click()
  await town.getByText(/请从利旧摸底中选出利用了什么，或写明现有哪些不能利旧、为什么/).waitFor()
  await town.getByLabel('为什么不能利旧').fill('旧机电池不能更换')
  await town.getByRole('button', { name: '保存' }).click()
  await town.getByText(/这笔专款只剩 [\d.]+ 元，不能挪用其他科目/).waitFor()
  await town.getByLabel('金额（元）').fill('1,000')
  await town.getByRole('button', { name: '保存' }).click()
  const contract = town.getByRole('listitem').filter({ hasText: '测试对讲机' })
  for (const [amount, answer] of [
    ['400', /测记-1/],
    ['500', /凭证 测记-1 已在/],
  ]) {
    if (!(await contract.getByLabel('凭证号').count())) await contract.getByRole('button', { name: '登记付款' }).click()
    await contract.getByLabel('凭证号').fill('测记-1')
    await contract.getByLabel('日期').fill('2026-01-06')
    await contract.getByLabel('金额（元）').fill(amount)
    await contract.getByRole('button', { name: '保存' }).click()
    await contract.getByText(answer).first().waitFor()
  }
})

test('the county reads the same books', async () => {
  const paid = await until(
    async () => (await bureau.get('/api/v1/funds')).items.find((each) => each.node === XIANGZHI),
    (books) => books?.contracts.some((each) => each.contract.title === '测试对讲机' && each.contract.paid_fen === 40_000),
  )
  assert.equal(paid.own, false)
  await above.goto(`${county.url(COUNTY)}/funds`)
  await above.getByRole('button', { name: /祥芝镇/ }).click()
  await above.getByText('测试对讲机').waitFor()
  assert.equal(await above.getByRole('button', { name: '登记付款' }).count(), 0, 'it reads, and does not write')
})

test('a purchase names what it uses on, and the wall weighs it against what is bought', async () => {
  await town.goto(`${county.url(XIANGZHI)}/building`)
  const card = town.getByRole('region', { name: '利旧与采购' }).first()
  await card.getByText(/摸底/).first().waitFor()
  const before = (await bureau.get('/api/v1/reuse')).items.find((each) => each.node === XIANGZHI)
  const spare = before.items.find((each) => !each.used && each.reusable)
  await town.goto(`${county.url(XIANGZHI)}/funds`)
  await town.getByRole('button', { name: '登记合同' }).click()
  await town.getByLabel('合同', { exact: true }).fill('测试维修')
  await town.getByLabel('供应单位').fill('测试供应商')
  await town.getByLabel('金额（元）').fill('500')
  await town.getByLabel('日期').fill('2026-01-05')
  await town.getByRole('checkbox', { name: new RegExp(spare.name) }).check()
  await town.getByRole('button', { name: '保存' }).click()
  await town.getByRole('listitem').filter({ hasText: '测试维修' }).getByText('利旧 1 项').waitFor()
  const now = await until(
    async () => (await bureau.get('/api/v1/reuse')).items.find((each) => each.node === XIANGZHI),
    (each) => each.used === before.used + 1,
  )
  assert.equal(now.used_fen, before.used_fen + spare.value_fen)
  assert.equal(now.bought_fen, before.bought_fen + 50_000)
  await above.goto(`${county.url(COUNTY)}/building`)
  await above.getByRole('group', { name: '站' }).getByRole('button', { name: /祥芝镇/ }).click()
  const row = above.getByRole('row').filter({ hasText: spare.name })
  await row.getByText('测试维修').waitFor()
})

test('what cannot be used on is no excuse', async () => {
  const head = await signIn(county.url(XIANGZHI), 'zhanzhang')
  const entered = await head.post('/api/v1/registers/reuse_survey', {
    values: { kind: '设备', name: '测试旧喇叭', count: 1, state: '损坏', reuse: '不可利旧' },
  })
  assert.equal(entered.status, 201, JSON.stringify(entered.body))
  const contract = { year: new Date().getFullYear(), source: 'county', line: 'equipment', title: '测', supplier: '测', number: '', amount_fen: 100, day: '2026-01-05', procurement: 'other' }
  const refused = await head.post('/api/v1/funds/contracts', { ...contract, reused: [entered.body.id] })
  assert.deepEqual([refused.status, refused.body.code, refused.body.field], [422, 'not_reusable', 'reused'])
})

test('the weekly bulletin is downloaded for this week and one past, as Word and PDF', async () => {
  await above.getByLabel('建设周报').selectOption({ index: 1 })
  for (const [name, start] of [
    ['Word', 'PK'],
    ['PDF', '%PDF'],
  ]) {
    const [download] = await Promise.all([
      above.waitForEvent('download'),
      above.getByRole('link', { name: `下载 ${name}` }).click(),
    ])
    assert.match(download.suggestedFilename(), /^标准化应急管理站建设周报（\d{4} 年第 \d+ 周）\.(docx|pdf)$/)
    assert.equal(readFileSync(await download.path()).subarray(0, start.length).toString(), start)
  }
  const wrong = await bureau.get('/api/v1/programme/bulletin.pdf?week=2099-W01')
  assert.equal(wrong.code, 'week_invalid')
})

test('the auditor reads the books, takes them along, and writes nothing', async () => {
  const auditor = await signIn(county.url(COUNTY), 'shenji')
  const seen = await auditor.get('/api/v1/funds')
  assert.ok(seen.items.some((each) => each.node === XIANGZHI && each.contracts.length > 0))
  const book = await auditor.bytes('/api/v1/funds.xlsx')
  assert.equal(book.subarray(0, 2).toString(), 'PK')
  const budget = { year: 2026, source: 'county', line: 'site', amount_fen: 100, document: '测' }
  for (const [path, body] of [
    ['/api/v1/funds/budgets', budget],
    ['/api/v1/funds/payments', { contract: 'x', amount_fen: 1, voucher: '测', day: '2026-01-05' }],
    ['/api/v1/building/plan', {}],
  ])
    assert.equal((await auditor.post(path, body)).status, 403, path)
})

test('a voucher of next year is refused; its scan opens from the books', async () => {
  await town.goto(`${county.url(XIANGZHI)}/funds`)
  const line = town.getByRole('listitem').filter({ hasText: '测试维修' }).first()
  await line.getByRole('button', { name: '登记付款' }).click()
  await line.getByLabel('凭证号').fill('测-2')
  await line.getByLabel('日期').fill(`${new Date().getFullYear() + 1}-01-05`)
  await line.getByLabel('金额（元）').fill('100')
  await line.getByLabel(/凭证扫描件/).setInputFiles(SCAN)
  await line.getByRole('button', { name: '保存' }).click()
  await line.getByRole('alert').waitFor()
  await line.getByLabel('日期').fill('2026-01-06')
  await line.getByRole('button', { name: '保存' }).click()
  const link = line.getByRole('link', { name: '测-2' })
  await link.waitFor()
  const scan = await town.request.get(county.url(XIANGZHI) + (await link.getAttribute('href')))
  assert.equal(scan.status(), 200)
})

test('the big screen shows every task of every station, who is late, and the critical path', async () => {
  await above.goto(`${county.url(COUNTY)}/building`)
  await above.getByRole('link', { name: '大屏' }).click()
  const table = above.getByRole('table')
  await table.getByRole('columnheader', { name: '祥芝镇' }).waitFor()
  assert.equal(await table.locator('tbody tr').count(), 20)
  assert.ok((await table.locator('td.critical').count()) > 0)
  await above.getByRole('region', { name: '祥芝镇' }).getByText('关键路径').waitFor()
})

test('no page threw', () => assert.deepEqual([...above.faults, ...town.faults], []))

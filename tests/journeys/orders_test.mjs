// Orders go down, reports go up: the county asks two towns on its page, one receipts and answers on its own, the other
// is named as missing and, when the time is over, stands on the county's page and duty log.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { COUNTY, signIn, startCounty, until, YONGNING } from './county.mjs'
import { enter, launch } from './screen.mjs'

const CONNECTED_ms = 1_000 // an order is at a connected town within a second (R6)
const pictures = process.env.SHOTS
const SCREENS = { '1920x1080': [1920, 1080], '1366x768': [1366, 768], '390x844': [390, 844] }
let county, browser, bureau, town, officer, other, asked

async function picture(page, name) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [screen, [width, height]] of Object.entries(SCREENS)) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${pictures}/orders_${name}_${screen}.png` })
  }
  await page.setViewportSize(size)
}
const card = (page) => page.getByRole('article', { name: '请报送转移人数' })

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(COUNTY), 'shiju')
  const { items } = await officer.get('/api/v1/areas')
  const towns = items.filter((each) => each.parent === COUNTY && each.code !== YONGNING && county.url(each.code))
  other = towns[0]
  browser = await launch()
  bureau = await enter(browser, county.url(COUNTY), { login: 'shiju', kind: 'desk' })
  town = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('a form that is not filled in is told what is missing', async () => {
  await bureau.goto(`${county.url(COUNTY)}/orders`)
  await bureau.getByRole('button', { name: '下达指令' }).click()
  await bureau.getByRole('button', { name: '下达给 0 个单位' }).click()
  await bureau.getByRole('button', { name: '再点一次确认' }).click()
  await bureau.getByText('请写标题').waitFor()
})

test('the county asks two towns, and a connected town has it within a second', async () => {
  await town.goto(`${county.url()}/orders`)
  await town.getByText('没有待办的上级指令').waitFor()
  await picture(town, 'town_nothing')
  await bureau.getByRole('radio', { name: '请报送' }).check()
  await bureau.getByLabel('标题').fill('请报送转移人数')
  await bureau.getByLabel('正文').fill('请于一小时内报送已转移、待转移人数。\n转移不动的写明原因。')
  const names = bureau.getByLabel('名称，如“已转移”')
  await names.first().fill('已转移')
  await bureau.getByRole('button', { name: '再加一项' }).click()
  await names.nth(1).fill('待转移')
  for (const at of [0, 1]) await bureau.getByLabel('单位，如“人”').nth(at).fill('人')
  await bureau.getByLabel('永宁镇').check()
  await bureau.getByLabel(other.name).check()
  await picture(bureau, 'issue')
  await bureau.getByRole('button', { name: '下达给 2 个单位' }).click()
  await bureau.getByRole('button', { name: '再点一次确认' }).click()
  await bureau.waitForURL(/\/orders\/(?!new)/)
  asked = bureau.url().split('/').pop()
  const sheet = await officer.get(`/api/v1/orders/${asked}`)
  const here = await signIn(county.url(), 'zhanzhang')
  const { items } = await until(
    () => here.get('/api/v1/orders?side=received'),
    (list) => list.items.length === 1,
    CONNECTED_ms,
  )
  assert.equal(items[0].id, asked)
  assert.equal(items[0].issued_at, sheet.order.issued_at)
  await card(town).waitFor()
  await picture(town, 'town_todo')
})

test('the town receipts with one press and answers in numbers', async () => {
  await card(town).getByRole('button', { name: '签收' }).click()
  await town.waitForURL(`**/orders/${asked}`)
  await town.getByRole('button', { name: '报送上级' }).click()
  await town.getByText('请填写：已转移（没有填 0）').waitFor()
  await town.getByRole('spinbutton', { name: '已转移' }).fill('120')
  await town.getByRole('spinbutton', { name: '待转移' }).fill('30')
  await town.getByLabel('办理情况').fill('两个村已转移完毕，一个村正在转移。')
  await picture(town, 'town_answer')
  await town.getByRole('button', { name: '报送上级' }).click()
  await town.getByRole('button', { name: '更正' }).waitFor()
  await picture(town, 'town_answered')
})

test('the county sees the numbers, who receipted by post and not by name, and who is missing', async () => {
  const mine = bureau.getByRole('row', { name: /永宁镇/ })
  await mine.getByText('已办结').waitFor()
  assert.match(await mine.innerText(), /120/)
  assert.match(await bureau.getByRole('row', { name: new RegExp(other.name) }).innerText(), /待签收/)
  await picture(bureau, 'county_detail')
  await bureau.getByRole('button', { name: '催办' }).click()
  await bureau.getByText('催过 1 次').waitFor()
  const table = await bureau.request.get(`${county.url(COUNTY)}/api/v1/orders/${asked}/answers.xlsx`)
  assert.equal(table.status(), 200)
  assert.match(table.headers()['content-type'], /spreadsheet/)
  await bureau.goto(`${county.url(COUNTY)}/orders`)
  const row = bureau.getByRole('row', { name: /请报送转移人数/ })
  await row.waitFor()
  assert.match(await row.innerText(), new RegExp(other.name))
  assert.doesNotMatch(await row.innerText(), /永宁镇/)
  await picture(bureau, 'county_list')
})

test('when the time is over the missing town is named on the page and in the duty log', async () => {
  const issued = await officer.post('/api/v1/orders', {
    kind: 'document',
    title: '关于做好防台风工作的通知',
    text: '请立即传达到村。',
    number: '测试〔2026〕1号',
    to: [YONGNING, other.code],
    receipt_by: new Date(Date.now() + 3_000).toISOString(),
  })
  assert.equal(issued.status, 201, JSON.stringify(issued.body))
  const here = await signIn(county.url(), 'zhanzhang')
  const path = `/api/v1/orders/${issued.body.id}`
  const receipted = await until(
    () => here.post(`${path}/receipt`, {}),
    (answer) => answer.status === 200,
  )
  assert.equal(receipted.status, 200)
  const { items } = await until(
    () => officer.get('/api/v1/duty-log'),
    (log) => log.items.some((line) => line.kind === 'order.overdue'),
    20_000,
  )
  assert.equal(items.find((line) => line.kind === 'order.overdue').text_zh, `逾期未签收：${other.name}（关于做好防台风工作的通知）`)
  await bureau.goto(`${county.url(COUNTY)}/orders/${issued.body.id}`)
  await bureau.getByText(`逾期未办：${other.name}`).waitFor()
  await picture(bureau, 'county_overdue')
})

test('a leader receipts on the phone', async () => {
  const issued = await officer.post('/api/v1/orders', { kind: 'order', title: '船只全部回港', text: '今天18时前回港避风。', to: [YONGNING] })
  assert.equal(issued.status, 201, JSON.stringify(issued.body))
  const phone = await enter(browser, county.url(), { login: 'zhenzhang', kind: 'phone' })
  await phone.getByText('船只全部回港').waitFor()
  if (pictures) await phone.screenshot({ path: `${pictures}/orders_phone.png`, fullPage: true })
  await phone.getByRole('button', { name: '签收' }).click()
  await phone.getByText('待报送，请到电脑上填写').waitFor()
  assert.deepEqual([...phone.faults, ...town.faults, ...bureau.faults], [])
})

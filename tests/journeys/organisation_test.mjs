// Who is who at the station: people, posts, lines, lists and their import, on the pages, as the station head keeps them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

let county, browser, page, head, auditor

before(async () => {
  county = await startCounty()
  browser = await launch()
  head = await signIn(county.url(), 'zhanzhang')
  auditor = await signIn(county.url(), 'shenji')
  page = await enter(browser, county.url(), { login: 'zhanzhang', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const open = (tab) => page.goto(`${county.url()}/organisation?tab=${tab}`)
const dialog = () => page.locator('dialog[open]')
const press = (name) => dialog().getByRole('button', { name, exact: true }).click()
const rowOf = (text) => page.getByRole('row', { name: new RegExp(text) }).first()

test('a person is added; a wrong number is refused at its field, in the dialog', async () => {
  await open('people')
  await page.getByRole('button', { name: '登记人员' }).click()
  await dialog().getByLabel('姓名').fill('测试新人')
  await dialog().getByLabel('电话').fill('12')
  await dialog().getByLabel('单位').selectOption({ index: 1 })
  await press('保存')
  await dialog().getByRole('alert').first().waitFor()
  assert.equal(await dialog().getByLabel('电话').getAttribute('aria-invalid'), 'true')
  await dialog().getByLabel('电话').fill('13900007777')
  await press('保存')
  await rowOf('测试新人').waitFor()
})

test('their number is masked until somebody says why, and the look is on record', async () => {
  const row = rowOf('测试新人')
  assert.doesNotMatch(await row.innerText(), /13900007777/)
  await row.getByRole('button', { name: '看号码' }).click()
  await dialog().locator('textarea').fill('核对台账')
  await press('看号码')
  await page.getByText('13900007777').waitFor()
  const { items } = await auditor.get('/api/v1/journal?kind=person.phone_shown&limit=10')
  assert.deepEqual([items.length, items[0].body.reason], [1, '核对台账'])
})

test('a telephone check is noted with its result', async () => {
  await rowOf('测试新人').getByRole('button', { name: '登记核验' }).click()
  await dialog().getByLabel('无人接听').check()
  await press('保存')
  await rowOf('测试新人').getByText('无人接听').waitFor()
})

test('a post is vacated with a reason, shows red, and is filled again', async () => {
  await open('posts')
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: '免去' }) }).filter({ hasText: '必设', hasNotText: head.me.name }).last()
  const post = (await row.locator('td b').first().innerText()).trim()
  const before = await head.get('/api/v1/organisation/checks')
  await row.getByRole('button', { name: '免去' }).click()
  await press('免去')
  await dialog().getByRole('alert').waitFor()
  await dialog().locator('textarea').fill('调离')
  await press('免去')
  await until(
    () => head.get('/api/v1/organisation/checks'),
    (checks) => checks.posts_filled === before.posts_filled - 1,
  )
  const vacant = page.getByRole('row').filter({ hasText: '空缺' }).filter({ hasText: post }).first()
  await vacant.getByRole('button', { name: '任命' }).click()
  const choice = dialog().getByLabel('任职人')
  const wanted = await choice.locator('option', { hasText: '测试新人' }).getAttribute('value')
  await choice.selectOption(wanted)
  await press('任命')
  await page.getByRole('row').filter({ hasText: post }).filter({ hasText: '测试新人' }).first().waitFor()
  const after = await head.get('/api/v1/organisation/checks')
  assert.equal(after.posts_filled, before.posts_filled)
})

test('a line takes nobody twice, and gets its deputy', async () => {
  await open('lines')
  await page.getByRole('button', { name: '改', exact: true }).first().click()
  const deputy = dialog().getByLabel('副手')
  const lead = await until(() => dialog().getByLabel('主责').inputValue(), (chosen) => chosen !== '')
  await deputy.selectOption(lead)
  await press('保存')
  await dialog().getByRole('alert').first().waitFor()
  await deputy.selectOption({ label: '测试新人' })
  await press('保存')
  await page.locator('li', { hasText: '测试新人' }).first().waitFor()
})

test('every village has its names to call, in order', async () => {
  await open('chains')
  await page.locator('.areas > li').first().waitFor()
  const { items } = await head.get('/api/v1/contact-chains')
  assert.equal(await page.locator('.areas > li').count(), items.length)
})

test('a duty is acknowledged by its holder', async () => {
  await open('duties')
  const mine = page.getByRole('button', { name: '我确认' })
  await mine.first().waitFor()
  const before = await mine.count()
  await mine.first().click()
  await until(() => mine.count(), (left) => left === before - 1)
})

test('a list takes a row, changes it, and lets it go with a reason', async () => {
  await open('registers')
  await page.getByLabel('台账', { exact: true }).selectOption('supply_agreements')
  await page.getByRole('button', { name: '新增一行' }).click()
  for (const [field, words] of [['supplier', '测试沙袋厂'], ['items', '沙袋'], ['quantity', '40 只'], ['minutes', '60'], ['valid_to', '2030-01-01']])
    await fillField(field, words)
  await press('保存')
  const row = rowOf('测试沙袋厂')
  await row.waitFor()
  await row.getByRole('button', { name: '修改' }).click()
  await fillField('quantity', '41 只')
  await press('保存')
  await rowOf('测试沙袋厂.*41').waitFor()
  await rowOf('测试沙袋厂').getByRole('button', { name: '删除' }).click()
  await dialog().locator('textarea').fill('盘点')
  await press('删除')
  await until(() => page.getByText('测试沙袋厂').count(), (left) => left === 0)
})

test('a table with bad rows names each and writes nothing; a good one is imported', async () => {
  await page.getByRole('button', { name: '导入表格' }).click()
  const lay = (text) =>
    dialog().locator('input[type=file]').setInputFiles({ name: 'agreements.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await lay('supplier,items,quantity,minutes,valid_to\n测试雨衣厂,雨衣,300 件,很久,2030-01-01\n测试雨靴厂,雨靴,200 双,60,2030-01-01\n')
  await dialog().getByText('第 2 行').waitFor()
  assert.equal(await dialog().getByRole('button', { name: /^导入/ }).isDisabled(), true)
  await lay('supplier,items,quantity,minutes,valid_to\n测试雨衣厂,雨衣,300 件,60,2030-01-01\n测试雨靴厂,雨靴,200 双,60,2030-01-01\n')
  await dialog().getByText('每一行都可以导入').waitFor()
  await dialog().getByRole('button', { name: '导入 2 行' }).click()
  await rowOf('测试雨靴厂').waitFor()
})

test('no page threw', () => assert.deepEqual(page.faults, []))

async function fillField(field, words) {
  const { items } = await head.get('/api/v1/registers')
  const list = items.find((each) => each.name === 'supply_agreements')
  const title = list.fields.find((each) => each.name === field).title_zh
  await dialog().getByLabel(title, { exact: false }).first().fill(words)
}

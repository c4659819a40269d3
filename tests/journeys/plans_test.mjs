// Plans and policy: what the station's people may change of what the program does, on the pages, with its refusals.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { COUNTY, signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

let county, browser, page, head, plan

before(async () => {
  county = await startCounty()
  browser = await launch()
  head = await signIn(county.url(), 'zhanzhang')
  page = await enter(browser, county.url(), { login: 'zhanzhang', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

const dialog = () => page.locator('dialog[open]')
const button = (name) => page.getByRole('button', { name, exact: true })
const press = (name) => dialog().getByRole('button', { name, exact: true }).click()
const source = () => page.getByRole('textbox', { name: '预案文本' })
const read = () => head.get(`/api/v1/plans/${plan.id}`)

test('the list says of every plan what the daily check found', async () => {
  await page.goto(`${county.url()}/plans`)
  const { items } = await head.get('/api/v1/plans')
  await page.getByRole('row').nth(items.length).waitFor()
  plan = items.find((each) => each.hazards.includes('typhoon') && each.state === 'approved')
  await page.getByRole('link', { name: plan.title }).first().click()
  await source().waitFor()
  plan = await read()
})

test('a mistake in the text is named with its line, and cannot be saved', async () => {
  const lines = plan.yaml.split('\n')
  const at = lines.findIndex((line) => line.startsWith('title:'))
  await source().fill([...lines.slice(0, at + 1), 'no_such_field: 1', ...lines.slice(at + 1)].join('\n'))
  await page.getByText(`第 ${at + 2} 行`).first().waitFor()
  assert.equal(await source().getAttribute('aria-invalid'), 'true')
  assert.equal((await read()).version, plan.version)
})

test('a change in the form is a change in the text, and is saved as a new version', async () => {
  await source().fill(plan.yaml)
  const minutes = page.getByLabel('时限（分钟）').first()
  await until(() => minutes.isEnabled(), (enabled) => enabled)
  const was = Number(await minutes.inputValue())
  await minutes.fill(String(was + 7))
  await minutes.blur()
  await until(() => source().inputValue(), (text) => text.includes(String(was + 7)))
  await button('保存新版本').click()
  await dialog().getByLabel('改了什么').fill('测试：放宽时限')
  await dialog().getByRole('button', { name: /保存/ }).last().click()
  const saved = await until(read, (each) => each.version !== plan.version)
  assert.equal(saved.state, 'draft')
})

test('the mayor approves it with a document, and its filing is noted', async () => {
  assert.equal(await button('批准').count(), 0, 'the station head drafts, the mayor approves')
  const mayor = await enter(browser, county.url(), { login: 'zhenzhang', kind: 'desk' })
  await mayor.goto(`${county.url()}/plans/${plan.id}`)
  for (const [name, field, words, held] of [
    ['批准', '批准文号', '测试〔2026〕1号', (each) => each.state === 'approved'],
    ['登记备案', '回执号', '测试回执1', (each) => Boolean(each.filed_at)],
  ]) {
    await mayor.getByRole('button', { name, exact: true }).click()
    const box = mayor.locator('dialog[open]')
    await box.getByLabel(field).fill(words)
    await box.getByRole('button', { name, exact: true }).click()
    await until(read, held)
  }
  assert.deepEqual(mayor.faults, [])
})

test('versions are compared line by line, and an old one is put back as a draft', async () => {
  await page.getByRole('link', { name: '对比各版' }).click()
  await page.getByText('测试：放宽时限').waitFor()
  await button('看改了什么').first().click()
  await page.getByText('新增').first().waitFor()
  await button('恢复这一版').first().click()
  await press('恢复这一版')
  await until(read, (each) => each.state === 'draft' || each.versions?.[0]?.state === 'draft')
})

test('a village head sees plans and changes none', async () => {
  const village = await signIn(county.url(), 'cunzhang')
  const refused = await village.post(`/api/v1/plans/${plan.id}/approve`, { by_document: 'x' })
  assert.equal(refused.status, 403)
})

test('the county changes a value with its source, and the towns work with it', async () => {
  const bureau = await enter(browser, county.url(COUNTY), { login: 'shiju', kind: 'desk' })
  await bureau.goto(`${county.url(COUNTY)}/policy`)
  const change = bureau.getByRole('button', { name: '修改', exact: true }).first()
  await change.waitFor()
  const row = bureau.getByRole('row').filter({ has: bureau.getByRole('button', { name: '修改', exact: true }) }).first()
  const key = await row.locator('.key').innerText()
  const before = (await head.get('/api/v1/policy')).items.find((each) => each.key === key)
  await change.click()
  const box = bureau.locator('dialog[open]')
  const value = box.getByLabel(/^新数值/)
  await value.fill(String(Number(before.value) + 1))
  await box.getByLabel('依据').fill('测试：市防指〔2026〕2号')
  await box.getByRole('button', { name: '保存' }).click()
  const after = await until(
    async () => (await head.get('/api/v1/policy')).items.find((each) => each.key === key),
    (each) => each.value !== before.value,
  )
  assert.equal(Number(after.value), Number(before.value) + 1)
  assert.deepEqual(bureau.faults, [])
})

test('no page threw', () => assert.deepEqual(page.faults, []))

// Another system comes with a key: what it may, how often, and that it ends at once when it is revoked.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { COUNTY, startCounty } from './county.mjs'
import { enter, launch } from './screen.mjs'

const pictures = process.env.SHOTS
const SCREENS = { '1920x1080': [1920, 1080], '1366x768': [1366, 768], '390x844': [390, 844] }
let county, browser, page, key

async function picture(name) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [screen, [width, height]] of Object.entries(SCREENS)) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${pictures}/tokens_${name}_${screen}.png` })
  }
  await page.setViewportSize(size)
}
const call = (path, options = {}) =>
  fetch(county.url(COUNTY) + path, { ...options, headers: { Authorization: `Bearer ${key}` } }).then((each) => each.status)
const dialog = () => page.locator('dialog[open]')

before(async () => {
  county = await startCounty()
  browser = await launch()
  page = await enter(browser, county.url(COUNTY), { login: 'admin', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('a key without a right is not made, and the page says what is missing', async () => {
  await page.goto(`${county.url(COUNTY)}/system/tokens`)
  await page.getByText('没有接口令牌').waitFor()
  await page.getByRole('button', { name: '新建令牌' }).click()
  await dialog().getByLabel('系统').fill('市防汛平台')
  await dialog().getByRole('button', { name: '新建令牌' }).click()
  await dialog().getByText('请勾选允许的权限').waitFor()
})

test('the key is shown once and opens what was ticked, nothing else', async () => {
  await dialog().getByLabel('desk.view').check()
  await dialog().getByLabel('每分钟最多').fill('3')
  await picture('make')
  await dialog().getByRole('button', { name: '新建令牌' }).click()
  key = await dialog().getByLabel('令牌').inputValue()
  assert.match(key, /^anl_[0-9a-f]{64}$/)
  await picture('key')
  await dialog().getByRole('button', { name: '已交给对方' }).click()
  await page.getByRole('cell', { name: '市防汛平台' }).waitFor()
  assert.equal(await page.getByText(key).count(), 0)
  await picture('list')
  assert.equal(await call('/api/v1/orders'), 200)
  assert.equal(await call('/api/v1/api-tokens'), 403)
  assert.equal(await call('/api/v1/me'), 403, 'a key is no person')
})

test('more calls than a minute allows are sent away', async () => {
  const seen = []
  for (let i = 0; i < 9; ++i) seen.push(await call('/api/v1/orders'))
  assert.ok(seen.includes(429), seen.join())
})

test('a revoked key opens nothing', async () => {
  await page.getByRole('button', { name: '停用' }).click()
  await dialog().getByRole('textbox').fill('对接结束')
  await dialog().getByRole('button', { name: '停用' }).click()
  await page.getByRole('cell', { name: /已停用/ }).waitFor()
  assert.equal(await call('/api/v1/orders'), 401)
})

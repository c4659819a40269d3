// A real station's first day: nobody has an account. The administrator enters with the password from the file, adds a
// person and opens their account; that person works; the account is closed when they leave.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { until, YONGNING } from './county.mjs'
import { launch } from './screen.mjs'
import { freePort, serve } from '../../tools/county.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'anlan-first-'))
const config = join(folder, 'anlan.toml')
const told = join(folder, YONGNING, 'first_login.txt')
let station, browser, page, password

before(async () => {
  writeFileSync(
    config,
    `data = "${folder}"\nshared = "${root}data"\nweb = "${root}web/dist"\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\nport = ${await freePort()}\n`,
  )
  station = await serve(config)
  browser = await launch()
  page = await (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })).newPage()
  page.setDefaultTimeout(15_000)
  page.faults = []
  page.on('pageerror', (fault) => page.faults.push(String(fault)))
})
after(async () => {
  await browser?.close()
  await station?.end()
  rmSync(folder, { recursive: true, force: true })
})

const dialog = () => page.locator('dialog[open]')
async function enter(login, secret) {
  const answer = await fetch(`${station.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password: secret }),
  })
  return answer.status
}

test('the first password is in a file for its owner alone, and guessing the demonstration does not help', async () => {
  const text = readFileSync(told, 'utf8')
  assert.equal(statSync(told).mode & 0o777, 0o600)
  password = text.match(/password: (\S+)/)[1]
  assert.equal(await enter('admin', 'anlan-demo'), 401)
  assert.equal(await enter('zhiban', 'anlan-demo'), 401)
})

test('the administrator enters and adds a person', async () => {
  await page.goto(`${station.url}/login`)
  await page.fill('input[name="login"]', 'admin')
  await page.fill('input[name="password"]', password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/login'))
  await page.goto(`${station.url}/organisation?tab=people`)
  await page.getByRole('button', { name: '登记人员' }).click()
  await dialog().getByLabel('姓名').fill('测试值班甲')
  await dialog().getByLabel('电话').fill('13900001111')
  await dialog().getByLabel('单位').selectOption(YONGNING)
  await dialog().getByRole('button', { name: '保存' }).click()
  await page.getByRole('row', { name: /测试值班甲/ }).waitFor()
})

test('an account is opened with a drawn password, and its owner enters', async () => {
  await page.goto(`${station.url}/system`)
  await page.getByRole('link', { name: '管理账号' }).click()
  await page.getByRole('button', { name: '开设账号' }).click()
  const person = dialog().getByRole('combobox', { name: /人员/ }).first()
  await person.selectOption({ label: (await dialog().locator('option', { hasText: '测试值班甲' }).first().textContent()).trim() })
  await dialog().getByLabel('登录名').fill('jia')
  await dialog().getByLabel('角色').selectOption({ label: '值班员' })
  const secret = await dialog().getByLabel(/^口令/).inputValue()
  assert.match(secret, /^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
  await dialog().getByRole('button', { name: '开设账号' }).click()
  await page.getByRole('row', { name: /jia.*测试值班甲.*值班员/ }).waitFor()
  assert.equal(await enter('jia', secret), 201)
})

test('a forgotten password is set anew; the old one no longer opens', async () => {
  await page.getByRole('row', { name: /jia/ }).getByRole('button', { name: '重设口令' }).click()
  const secret = await dialog().getByLabel(/^口令/).inputValue()
  await dialog().getByRole('button', { name: '重设口令' }).click()
  await until(() => enter('jia', secret), (status) => status === 201)
})

test('whoever leaves is closed out', async () => {
  await page.getByRole('row', { name: /jia/ }).getByRole('button', { name: '修改' }).click()
  const secret = 'anlan-closed-1'
  await dialog().getByLabel('账号启用').uncheck()
  await dialog().getByRole('button', { name: '保存' }).click()
  await page.getByRole('row', { name: /jia.*停用/ }).waitFor()
  assert.equal(await enter('jia', secret), 401)
})

test('the next start takes the file away', async () => {
  await station.end()
  station = await serve(config)
  assert.equal(existsSync(told), false)
  assert.deepEqual(page.faults, [])
})

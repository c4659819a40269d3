// What everybody may do for themselves: password, one-time code, language, large type, a suggestion; and the auditor's check.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const PASSWORD = 'anlan-demo'
let county, browser, desk, phone

before(async () => {
  county = await startCounty()
  browser = await launch()
  desk = await enter(browser, county.url(), { login: 'zhanzhang', kind: 'desk' })
  phone = await enter(browser, county.url(), { login: 'cunzhang', kind: 'phone' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

/** RFC 6238 with SHA-1, six digits, thirty seconds, as authenticators do. */
function oneTimeCode(secret) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replace(/[\s=]/g, '')].map((each) => letters.indexOf(each).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((each) => parseInt(each, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[19] & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('on the phone: large letters, English and back, and a test ring', async () => {
  await phone.goto(`${county.url()}/m/me`)
  await phone.getByRole('switch', { name: '大字版' }).check()
  assert.equal(await phone.evaluate(() => localStorage.getItem('anlan.size')), 'large')
  await phone.getByLabel('语言').selectOption('en')
  await phone.getByRole('button', { name: 'Sign out' }).or(phone.getByRole('button', { name: /sign out|log out/i })).first().waitFor()
  assert.doesNotMatch(await phone.locator('main').innerText(), /密码|任务|建议/)
  await phone.getByRole('combobox').first().selectOption('zh-CN')
  await phone.getByRole('button', { name: '试响铃' }).click()
  await phone.getByRole('button', { name: '停止响铃' }).click()
})

test('a password is changed only by who knows the old one', async () => {
  await phone.getByText('修改密码').click()
  await phone.getByLabel('现在的密码').fill('wrong')
  await phone.getByLabel('新密码', { exact: true }).fill('anlan-demo-2')
  await phone.getByLabel('再写一遍新密码').fill('anlan-demo-2')
  await phone.getByRole('button', { name: '修改', exact: true }).click()
  await phone.getByRole('alert').first().waitFor()
  await phone.getByLabel('现在的密码').fill(PASSWORD)
  await phone.getByRole('button', { name: '修改', exact: true }).click()
  await until(() => signIn(county.url(), 'cunzhang').then(() => true, () => false), (entered) => !entered)
})

test('a one-time code is set up, and then wanted at the log-in', async () => {
  await desk.goto(`${county.url()}/system`)
  await desk.getByRole('button', { name: '启用动态验证码' }).click()
  const secret = await desk.locator('.totp code').innerText()
  await desk.getByLabel('验证器上的 6 位数字').fill(oneTimeCode(secret))
  await desk.getByRole('button', { name: '确认启用' }).click()
  const enter = (totp) =>
    fetch(`${county.url()}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login: 'zhanzhang', password: PASSWORD, ...(totp ? { totp } : {}) }),
    })
  await until(async () => (await enter()).status, (status) => status === 401)
  assert.match((await (await enter()).json()).code, /totp/)
})

test('a suggestion is taken with thanks', async () => {
  await desk.getByLabel('您的意见').fill('测试建议：字再大一点')
  await desk.getByRole('button', { name: '发送' }).or(desk.getByRole('button', { name: '提交' })).first().click()
  await desk.getByText('已收到，谢谢').waitFor()
})

test('the auditor reads the journal and proves it whole', async () => {
  const auditor = await enter(browser, county.url(), { login: 'shenji', kind: 'desk' }).catch(() => null)
  assert.ok(auditor)
  await auditor.goto(`${county.url()}/journal`)
  await auditor.getByRole('row').nth(5).waitFor()
  await auditor.getByRole('button', { name: /核验/ }).click()
  await auditor.getByText(/全部完好|完好/).first().waitFor()
  assert.deepEqual(auditor.faults, [])
})

test('no page threw', () => assert.deepEqual([...desk.faults, ...phone.faults], []))

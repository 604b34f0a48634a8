import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facetsOf, filterFrom, fitting, isFiltered } from '@/src/domain/outreach/directoryFilter'
import { isSafeLink } from '@/src/domain/outreach/safeLink'
import { spamSigns } from '@/src/domain/outreach/spamSigns'
import { carry, noVisit, visitFrom, visitParameters } from '@/src/domain/outreach/visit'
import { formTimes, issueFormToken, readFormToken } from '@/src/lib/website/formToken'
import { emptyInquiry } from '@/src/lib/website/inquiryFields'
import { checkInquiry, inquiryColumns, typedIn } from '@/src/lib/website/inquiryForm'

describe('R100 the source of a visit', () => {
  it('is carried by links, together with the page on which the visit began', () => {
    const visit = visitFrom({
      search: { utm_source: 'Google', utm_medium: 'cpc', gclid: 'abc' },
      path: '/services/anxiety-therapy',
    })
    expect(carry('/contact?service=x#form', visit)).toBe(
      '/contact?service=x&utm_source=google&utm_medium=cpc&landing=%2Fservices%2Fanxiety-therapy#form',
    )
    const next = visitFrom({
      search: Object.fromEntries(visitParameters(visit)),
      path: '/contact',
    })
    expect(next).toEqual(visit)
  })

  it('holds nothing personal, whatever the address says', () => {
    const search = {
      utm_source: 'ana@example.com',
      utm_campaign: '503-555-0123',
      landing: '/x?ana',
    }
    expect(visitFrom({ search, path: '/' })).toEqual(noVisit)
    expect(carry('/contact', noVisit)).toBe('/contact')
  })

  it('drops a landing page that is no path of this site', () => {
    for (const landing of [
      'https://evil.example',
      '//evil.example',
      '/a?b=c',
      '/a b',
      `/${'x'.repeat(300)}`,
    ]) {
      const visit = visitFrom({ search: { utm_source: 'google', landing }, path: '/fees' })
      expect(visit.landing).toBe('/fees')
    }
  })

  it('does not follow people into portal, admin or API', () => {
    const visit = visitFrom({ search: { utm_source: 'google' }, path: '/' })
    for (const href of [
      '/portal',
      '/portal/sign-in',
      '/admin',
      '/api/x',
      'https://a.example',
      'tel:988',
    ]) {
      expect(carry(href, visit)).toBe(href)
    }
  })
})

describe('links in what people write', () => {
  it('lead to this site or to a known kind of address only', () => {
    for (const good of [
      '/contact',
      '/',
      '#form',
      'https://a.example/b',
      'mailto:a@b.example',
      'tel:988',
      'sms:988',
    ]) {
      expect(isSafeLink(good)).toBe(true)
    }
    for (const bad of [
      'javascript:alert(1)',
      'JavaScript:x',
      '//evil.example',
      '/\\evil.example',
      'data:text/html,x',
      'contact',
      '',
      ' /x',
      null,
    ]) {
      expect(isSafeLink(bad)).toBe(false)
    }
  })
})

describe('R100 form token', () => {
  const shown = new Date('2026-04-14T17:00:00Z')
  const signing = { secret: 'a secret', form: 'inquiry', now: shown }
  const later = (ms: number) => ({ ...signing, now: new Date(shown.getTime() + ms) })
  const token = issueFormToken(signing)

  it('is good between three seconds and two hours', () => {
    expect(readFormToken(token, later(formTimes.minimumMs - 1)).state).toBe('tooFast')
    expect(readFormToken(token, later(formTimes.minimumMs)).state).toBe('good')
    expect(readFormToken(token, later(formTimes.maximumMs)).state).toBe('good')
    expect(readFormToken(token, later(formTimes.maximumMs + 1)).state).toBe('stale')
    expect(readFormToken(token, later(-1)).state).toBe('stale')
  })

  it('is refused when it was made up, altered, or made for another form', () => {
    const now = later(10_000)
    fc.assert(fc.property(fc.string(), (text) => readFormToken(text, now).state === 'stale'))
    const [at = '', nonce = '', signature = ''] = token.split('.')
    const older = (Number.parseInt(at, 36) - 60_000).toString(36)
    expect(readFormToken(`${older}.${nonce}.${signature}`, now).state).toBe('stale')
    expect(readFormToken(`${at}.other.${signature}`, now).state).toBe('stale')
    expect(readFormToken(token, { ...now, form: 'other' }).state).toBe('stale')
    expect(readFormToken(token, { ...now, secret: 'another' }).state).toBe('stale')
  })

  it('names each form that was shown differently', () => {
    const nonceOf = (text: string) => {
      const read = readFormToken(text, later(5_000))
      return read.state === 'good' ? read.nonce : null
    }
    expect(nonceOf(token)).toBe(nonceOf(token))
    expect(nonceOf(token)).not.toBe(nonceOf(issueFormToken(signing)))
  })
})

describe('signs of spam', () => {
  const plain = {
    trap: '',
    name: 'Ana Silva',
    email: 'ana@example.com',
    message: 'I have not slept well since May.',
  }

  it('are absent from what people write', () => {
    expect(spamSigns(plain)).toEqual([])
    const message =
      'My therapist gave me your site, harbour.example. I read https://988lifeline.org too.'
    expect(spamSigns({ ...plain, message })).toEqual([])
  })

  it('are named', () => {
    expect(spamSigns({ ...plain, trap: 'x' })).toEqual(['trap'])
    expect(
      spamSigns({ ...plain, message: 'http://a.example http://b.example http://c.example' }),
    ).toEqual(['links'])
    expect(spamSigns({ ...plain, name: 'Win at casino.xyz' })).toEqual(['link-in-name'])
    expect(spamSigns({ ...plain, message: '[url=x]here[/url]' })).toEqual(['markup'])
    expect(spamSigns({ ...plain, email: 'a@mailinator.com' })).toEqual(['throwaway-address'])
    expect(spamSigns({ ...plain, message: 'We sell backlinks' })).toEqual(['sales'])
  })
})

describe('the contact form', () => {
  const offered = { services: ['s1'], payers: ['p1'] }
  const whole = {
    ...emptyInquiry,
    chosenName: 'Ana',
    email: 'ana@example.com',
    state: 'OR',
    notEmergency: 'on',
  }

  it('asks for a name, a way to answer, a state, and that it is no emergency', () => {
    expect(Object.keys(checkInquiry(emptyInquiry, offered)).sort()).toEqual([
      'chosenName',
      'email',
      'notEmergency',
      'state',
    ])
    expect(checkInquiry(whole, offered)).toEqual({})
    expect(checkInquiry({ ...whole, email: '', phone: '503-555-0123' }, offered)).toEqual({})
  })

  it('says what is wrong with what was typed', () => {
    const one = (values: object) => Object.keys(checkInquiry({ ...whole, ...values }, offered))
    expect(one({ email: 'ana@' })).toEqual(['email'])
    expect(one({ phone: '12' })).toEqual(['phone'])
    expect(one({ state: 'XX' })).toEqual(['state'])
    expect(one({ service: 'other' })).toEqual(['service'])
    expect(one({ payer: 'other' })).toEqual(['payer'])
    expect(one({ isMinor: 'on' })).toEqual(['guardianName'])
    expect(one({ contactPreference: 'phone' })).toEqual(['phone'])
    expect(one({ contactPreference: 'text', phone: '503-555-0123' })).toEqual(['mayText'])
    expect(one({ message: 'x'.repeat(1001) })).toEqual(['message'])
    expect(one({ message: 'x'.repeat(1000) })).toEqual([])
  })

  it('keeps what was typed, and takes files for nothing', () => {
    const form = new FormData()
    form.set('chosenName', '  Ana ')
    form.set('message', 'one\r\ntwo')
    form.set('email', new File(['x'], 'x.txt'))
    const values = typedIn(form)
    expect([values.chosenName, values.message, values.email]).toEqual(['  Ana ', 'one\ntwo', ''])
  })

  it('becomes columns, without a guardian for an adult and without values nobody offered', () => {
    const columns = inquiryColumns({
      ...whole,
      guardianName: 'Bea',
      format: 'moon',
      contactPreference: '',
      phone: '5035550123',
    })
    expect(columns['guardianName']).toBeUndefined()
    expect(columns['format']).toBe('either')
    expect(columns['contactPreference']).toBe('email')
    expect(columns['phone']).toBe('(503) 555-0123')
  })
})

describe('directory filter', () => {
  const kim = {
    specialties: 'anxiety stress',
    formats: 'video',
    states: 'OR WA',
    languages: 'English, Spanish',
  }
  const theo = {
    specialties: 'trauma',
    formats: 'inPerson video',
    states: 'OR',
    languages: 'English',
  }

  it('keeps those who fit every choice', () => {
    expect(fitting([kim, theo], filterFrom({}))).toEqual([kim, theo])
    expect(fitting([kim, theo], filterFrom({ specialty: 'anxiety' }))).toEqual([kim])
    expect(fitting([kim, theo], filterFrom({ format: 'video', state: 'WA' }))).toEqual([kim])
    expect(fitting([kim, theo], filterFrom({ specialty: 'anxiety', format: 'inPerson' }))).toEqual(
      [],
    )
    expect(fitting([kim, theo], filterFrom({ language: ['Spanish', 'English'] }))).toEqual([kim])
  })

  it('offers what somebody has, with how many', () => {
    const { language, state } = facetsOf([kim, theo])
    expect(language).toEqual([
      { value: 'English', label: 'English', count: 2 },
      { value: 'Spanish', label: 'Spanish', count: 1 },
    ])
    expect(state.map(({ label }) => label)).toEqual(['Oregon', 'Washington'])
    expect(isFiltered(filterFrom({ page: '2' }))).toBe(false)
  })
})

import type { ConsentKind } from '@/src/domain/intake/consentKinds'

type Paper = { kind: ConsentKind; title: string; body: string }

/** What patients of the demo sign, in plain words. A practice writes its own. */
export const consentTexts: readonly Paper[] = [
  {
    kind: 'treatment',
    title: 'Consent to treatment',
    body: `What therapy is
Therapy means talking, practicing and trying things out together. Most people feel better over time. Some feel worse for a while, because difficult things come up. Tell us when that happens.

Your choice
You decide whether to begin and you can stop at any time. You may ask how we work, what else could help, and what we expect from it. You can ask to see another clinician.

Who treats you
Your clinician's name and license are on your private page. Associates work under a licensed supervisor, who reads their notes and is named to you.

What stays between us
What you say stays with your care team. The law makes exceptions: when somebody is in serious danger, when a child or a dependent adult is abused or neglected, and when a court orders it. Where we can we talk with you first.

In an emergency
We are not an emergency service. Call 911, or call or text 988, day and night.

By signing you say that you have read this, could ask questions, and agree to begin.`,
  },
  {
    kind: 'privacyNotice',
    title: 'Privacy notice',
    body: `How we use what we know about you
We use your information to treat you, to be paid for it, and to run the practice. Your care team sees your chart; the office sees what it needs to book and to bill. Everything else needs your written permission.

Your rights
You may see your record and have a copy, ask us to correct it, ask us to reach you in a certain way, ask who saw your record, and ask us to limit what we share. You may take back a permission at any time.

What we must do
We keep your information safe, we tell you if that ever fails, and we follow this notice. When it changes we show you the new one.

Questions and complaints
Speak with our compliance officer at (503) 555-0140, or write to the U.S. Department of Health and Human Services. Nobody is treated worse for a complaint.

By signing you say that you received this notice.`,
  },
  {
    kind: 'feePolicy',
    title: 'Fees and cancellations',
    body: `What a session costs
A first session is $180, a session of 50 minutes $150, a session of 60 minutes $175. If we bill your insurance you pay what your plan leaves to you: a copay, a deductible, or a share.

When you pay
We send you a statement after your insurance has answered, never before. You can pay on your private page, by check, in cash, or with a card at the desk.

If you cannot come
Please tell us at least 24 hours before. Later than that, or when you do not come, we may charge $75. Insurance does not pay for it. People with Medicaid are never charged for a missed session.

If paying is difficult
Talk with us. We find a way that lets you go on.

By signing you agree to these terms.`,
  },
  {
    kind: 'telehealth',
    title: 'Consent to video sessions',
    body: `How it works
We meet by video over an encrypted connection. Nothing is recorded, by us or by you.

What you need
A quiet place where nobody can listen, a device with a camera, and a connection that holds. You must be in a state where your clinician is licensed: tell us at the start where you are.

What can go wrong
The connection can fail. Then we call you at the number we have. Some things are harder to notice by video; if we think meeting in person is better for you we say so.

In an emergency
Tell us whom we may call and where you are, so that help could come to you.

By signing you agree to meet by video. You can change your mind at any time.`,
  },
]

/** Shown on the website. */
export const privacyNotice = `This notice describes how health information about you may be used and disclosed, and how you can get access to it.

We use and share it for treatment, for payment, and to run our practice. We share it without asking only where the law requires or allows it: to protect somebody in serious danger, to report abuse or neglect, for health oversight, and when a court orders it. Psychotherapy notes, marketing and everything else need your written permission, which you can take back.

You have the right to see and copy your record, to ask for a correction, to ask for confidential communication, to ask for limits on what we share, to know to whom we disclosed it, and to a paper copy of this notice.

Our compliance officer answers questions and complaints at (503) 555-0140. You can also write to the U.S. Department of Health and Human Services, Office for Civil Rights. We never retaliate.`

/** Shown beside the fees (No Surprises Act). */
export const estimateNotice = `You have the right to receive a good-faith estimate of what your care will cost. If you have no insurance or do not use it, we give you a written estimate before your first session, and whenever you ask. If a bill is at least $400 more than the estimate, you can dispute it. Keep a copy of your estimate. More at cms.gov/nosurprises or 1-800-985-3059.`

import { prose } from './prose'

type Content = Record<string, unknown>

/** Services with the last part of their address, in the order of the list. */
export const services: readonly Content[] = [
  {
    title: 'Anxiety therapy',
    slug: 'anxiety-therapy',
    specialty: 'anxiety',
    illustration: 'lighthouse',
    summary:
      'When worry takes up the day: weekly sessions that teach you to turn it down and to do again what you have been avoiding.',
    metaDescription: 'Therapy for worry, panic and fears in Portland, in person and by video.',
    layout: [
      {
        blockType: 'text',
        heading: 'What it can feel like',
        body: prose([
          'A mind that will not stop. A tight chest before a meeting. A route to work that gets longer because you avoid the bridge. Anxiety is common and it can be treated.',
          'We begin with what you want back: sleep, the drive across town, an evening without checking.',
        ]),
      },
      {
        blockType: 'steps',
        heading: 'How we work',
        steps: [
          {
            title: 'Understand',
            text: 'The first session is for your story and for what keeps the worry going.',
          },
          {
            title: 'Practice',
            text: 'Skills for the body and for thoughts, tried out in the session and at home.',
          },
          { title: 'Approach', text: 'Small steps toward what you avoid, at a pace you set.' },
        ],
      },
      { blockType: 'therapists', heading: 'Who can help', specialty: 'anxiety', limit: 3 },
      {
        blockType: 'faq',
        heading: 'Questions people ask',
        items: [
          {
            question: 'How long does it take?',
            answer:
              'Many people notice a change within eight to twelve sessions. We look at it together every few weeks.',
          },
          {
            question: 'Do I need a diagnosis?',
            answer: 'No. Insurance asks for one; we talk about it openly before anything is sent.',
          },
        ],
      },
    ],
  },
  {
    title: 'Depression therapy',
    slug: 'depression-therapy',
    specialty: 'depression',
    illustration: 'sprout',
    summary:
      'When everything takes more strength than you have: small steps that bring back energy, people and reasons.',
    metaDescription: 'Therapy for depression in Portland, in person and by video.',
    layout: [
      {
        blockType: 'text',
        heading: 'One step that counts',
        body: prose([
          'Depression tells you that nothing helps. We start where you are, with one thing that can be done this week, and look at what it changes.',
        ]),
      },
      { blockType: 'therapists', heading: 'Who can help', specialty: 'depression', limit: 3 },
    ],
  },
  {
    title: 'Trauma therapy',
    slug: 'trauma-therapy',
    specialty: 'trauma',
    illustration: 'path',
    summary: 'When the past keeps returning: careful work at your pace, with safety first.',
    metaDescription: 'Therapy after trauma in Portland, in person and by video.',
    layout: [
      {
        blockType: 'text',
        heading: 'You set the pace',
        body: prose([
          'Nobody has to tell everything at once. We begin with what helps you feel safe now, and come to the rest when you are ready.',
        ]),
      },
      { blockType: 'therapists', heading: 'Who can help', specialty: 'trauma', limit: 3 },
    ],
  },
  {
    title: 'Stress and burnout',
    slug: 'stress-and-burnout',
    specialty: 'stress',
    illustration: 'waves',
    summary: 'When work has taken over: find out what drains you and what you can change.',
    metaDescription: 'Help with stress and burnout in Portland.',
    layout: [
      {
        blockType: 'text',
        heading: 'Before it gets worse',
        body: prose([
          'Tired in the morning, short with the people you like, no idea when it last was different. We sort out what can change at work and what can change in you.',
        ]),
      },
      { blockType: 'therapists', heading: 'Who can help', specialty: 'stress', limit: 3 },
    ],
  },
  {
    title: 'Grief and loss',
    slug: 'grief-and-loss',
    specialty: 'grief',
    illustration: 'bridge',
    summary: 'When somebody or something is gone: a place where nobody tells you to move on.',
    metaDescription: 'Help with grief and loss in Portland, in person and by video.',
    layout: [
      {
        blockType: 'text',
        heading: 'No timetable',
        body: prose([
          'Grief comes in waves and does not keep to months. We listen first, and look together at what the days can hold.',
        ]),
      },
      { blockType: 'therapists', heading: 'Who can help', specialty: 'grief', limit: 3 },
    ],
  },
  {
    title: 'Sleep and exhaustion',
    slug: 'sleep-and-exhaustion',
    specialty: 'sleep',
    illustration: 'room',
    summary: 'When nights are short and days are long: a few weeks of work on sleep itself.',
    metaDescription: 'Help with sleep problems in Portland, in person and by video.',
    layout: [
      {
        blockType: 'text',
        heading: 'Sleep can be learned again',
        body: prose([
          'We begin with a diary of two weeks. Most people are surprised by it, and most sleep better before we are through.',
        ]),
      },
      { blockType: 'therapists', heading: 'Who can help', specialty: 'sleep', limit: 3 },
    ],
  },
]

const firstSteps = [
  { title: 'Write to us', text: 'A short form, or a call. Tell us as much as you like.' },
  { title: 'We answer', text: 'Within one business day, with the therapist who fits and a time.' },
  {
    title: 'We meet',
    text: 'In one of our rooms or by video. The papers wait on your private page.',
  },
]

/** Pages of the website by address. */
export const pages: readonly Content[] = [
  {
    title: 'Harbour Therapy',
    slug: 'home',
    metaDescription:
      'Therapy in Portland, in person and by video. We answer within one business day.',
    layout: [
      {
        blockType: 'hero',
        heading: 'A calm place to begin',
        text: 'Therapy for worry, low mood, stress and hard times. In Portland and by video in Oregon and Washington.',
        illustration: 'harbor',
        primaryLabel: 'Ask for an appointment',
        primaryHref: '/contact',
        secondaryLabel: 'Meet our therapists',
        secondaryHref: '/therapists',
      },
      {
        blockType: 'services',
        heading: 'What we help with',
        text: 'Not sure what fits? Write to us all the same.',
      },
      { blockType: 'steps', heading: 'How it begins', steps: firstSteps },
      { blockType: 'therapists', heading: 'Who you will meet', limit: 4 },
      {
        blockType: 'callout',
        tone: 'ok',
        heading: 'What it costs',
        text: 'A session of 50 minutes costs $150 before insurance. We bill Aetna, Medicaid and the VA, and find out what you would pay before you come the first time.',
        linkLabel: 'All fees, and your right to an estimate',
        linkHref: '/fees',
      },
      { blockType: 'locations', heading: 'Where we are' },
      {
        blockType: 'callout',
        tone: 'warn',
        heading: 'In a crisis',
        text: 'Call or text 988 at any hour. In immediate danger call 911. We are not an emergency service.',
        linkLabel: 'More help in a crisis',
        linkHref: '/crisis',
      },
    ],
  },
  {
    title: 'Fees and insurance',
    slug: 'fees',
    metaDescription: 'What a session costs and which insurance we take.',
    layout: [
      {
        blockType: 'fees',
        heading: 'What a session costs',
        text: 'With insurance you pay what your plan leaves to you. We check your coverage before the first session.',
        rows: [
          { label: 'First session', minutes: 60, amountCents: 18_000 },
          { label: 'Individual session', minutes: 50, amountCents: 15_000 },
          { label: 'Long individual session', minutes: 60, amountCents: 17_500 },
          { label: 'Family session', minutes: 50, amountCents: 16_500 },
        ],
      },
      {
        blockType: 'text',
        heading: 'Insurance',
        body: prose([
          'We bill Aetna, Medicaid and the VA. If you have another plan we give you a receipt with everything your insurance asks for.',
        ]),
      },
    ],
  },
  {
    title: 'Contact',
    slug: 'contact',
    metaDescription: 'Write to Harbour Therapy. We answer within one business day.',
    layout: [
      {
        blockType: 'contact',
        heading: 'Write to us',
        text: 'Tell us what you are looking for. We answer within one business day.',
      },
      { blockType: 'locations', heading: 'Or come by' },
    ],
  },
  {
    title: 'Our therapists',
    slug: 'therapists',
    metaDescription: 'The therapists of Harbour Therapy who can take new clients now.',
    layout: [
      {
        blockType: 'text',
        body: prose([
          'Not sure who fits? Write to us and say what matters to you: we read it, ask back if we need to, and suggest somebody. If it turns out not to be the right person, we help you change.',
        ]),
      },
    ],
  },
  {
    title: 'What happens in the first session',
    slug: 'first-session',
    metaDescription: 'What to expect when you come to Harbour Therapy for the first time.',
    layout: [
      {
        blockType: 'text',
        body: prose([
          'The first session takes an hour. Your therapist asks what brings you, what you have tried, and what should be different. You can ask everything as well.',
          'At the end you know what we suggest, how often we would meet, and what it costs. You decide.',
        ]),
      },
      { blockType: 'steps', heading: 'Before you come', steps: firstSteps },
    ],
  },
]

export const header: Content = {
  links: [
    { label: 'Services', href: '/services' },
    { label: 'Therapists', href: '/therapists' },
    { label: 'Fees', href: '/fees' },
    { label: 'First session', href: '/pages/first-session' },
    { label: 'Articles', href: '/posts' },
  ],
  inquiryLabel: 'Ask for an appointment',
}

export const footer: Content = {
  links: [
    { label: 'Privacy', href: '/privacy' },
    { label: 'Help in a crisis', href: '/crisis' },
    { label: 'Private page', href: '/portal' },
  ],
  responseNote: 'We answer within one business day.',
  smallPrint:
    'Harbour Therapy Group LLC. A made-up practice for trying out Therapy Ops; nobody here is real.',
}

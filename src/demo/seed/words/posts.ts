import type { ClinicianName } from '../clinic'
import { type Passage, prose } from './prose'

type Article = {
  title: string
  slug: string
  summary: string
  topic?: string
  illustration: string
  author?: ClinicianName
  /** How many days ago it was published. */
  daysAgo: number
  passages: readonly Passage[]
}

const articles: readonly Article[] = [
  {
    title: 'How to choose a therapist without reading two hundred profiles',
    slug: 'how-to-choose-a-therapist',
    summary:
      'Three questions that sort most of it out, and what to ask in the first call. You can change your mind later.',
    illustration: 'path',
    author: 'kim',
    daysAgo: 12,
    passages: [
      'Most people begin by reading profiles, and after the tenth one they all sound kind. It goes faster the other way round: write down what you need, and let that choose.',
      '## Three questions for yourself',
      [
        'What should be different in three months? One sentence is enough: sleep through the night, drive over the bridge, stop shouting.',
        'What must fit? Hours, insurance, a language, a room without stairs, video on days without child care.',
        'With whom could you say the embarrassing part? Age, gender and style are fair reasons. You do not have to justify them.',
      ],
      '## Three questions for the therapist',
      [
        'Have you worked with this before, and how do you usually go about it?',
        'How will we notice whether it helps, and when do we look at it?',
        'What happens if I think it is not working?',
      ],
      'A good answer is plain. You should be able to repeat it to a friend. If you hear only that everybody is different, ask once more.',
      '## After the first session',
      'How well the two of you get along matters more than the name of the method. If something felt wrong, say so in the second session. Most of the time it can be talked about, and when it cannot, we help you change without having to explain yourself twice.',
    ],
  },
  {
    title: 'What actually happens in the first session',
    slug: 'what-happens-in-the-first-session',
    summary:
      'Nobody lies on a couch and nobody tells their whole life. An hour, a few questions, and a plan you can say no to.',
    illustration: 'room',
    author: 'theo',
    daysAgo: 26,
    passages: [
      'People tell us that the hour before the first session was worse than the hour itself. It helps to know what it will look like.',
      '## Before you come',
      'You get a few forms on your private page: how to reach you, your insurance, what you agree to, and one or two short questionnaires. They take about twenty minutes. If forms are hard for you, come early and we fill them in together.',
      '## The hour itself',
      [
        'Your therapist says who they are and what stays between you, and the few cases in which it cannot.',
        'You say what brings you. It does not have to be in order.',
        'You are asked about sleep, health, work, the people around you, and whether you have thought about dying. We ask everybody that, and you may answer honestly.',
        'You ask back. Nothing is too small.',
      ],
      '## At the end',
      'You hear what we suggest, how often we would meet, and what it costs you. You do not have to decide in the room. Some people cry and some feel lighter; many are simply tired. Keep the evening free if you can.',
    ],
  },
  {
    title: 'Worry at three in the morning: what helps tonight',
    slug: 'worry-at-three-in-the-morning',
    summary: 'Why thoughts grow at night, and five things you can try before the alarm goes off.',
    topic: 'sleep',
    illustration: 'waves',
    author: 'theo',
    daysAgo: 41,
    passages: [
      'At three in the morning the body is at its coolest and the part of you that weighs things up is half asleep. Problems look larger then than they are. That is no weakness; it is the hour.',
      '## Five things to try',
      [
        'Turn the clock around. Counting the hours that are left wakes you further.',
        'Write the thought on paper, with the first step you could take tomorrow. It may wait there.',
        'Breathe out longer than in: four counts in, six out, for two minutes.',
        'If you are awake for about twenty minutes, get up. Low light, something dull, back to bed when your eyes get heavy.',
        'Get up at the same time all the same. It is the strongest thing you can do for the next night.',
      ],
      '## When it does not pass',
      'Three bad nights a week for three months is worth a conversation. There is a treatment of a few weeks that works on sleep itself and helps most people. And if the thoughts at night are about not wanting to live, do not wait for the morning: call or text 988.',
    ],
  },
  {
    title: 'What your insurance sees, and what it does not',
    slug: 'what-your-insurance-sees',
    summary:
      'A claim carries a date, a code and a diagnosis. It does not carry what you said. What to ask before the first bill.',
    illustration: 'bridge',
    daysAgo: 58,
    passages: [
      'Paying through insurance means that something is sent to it. People are right to ask what.',
      '## What a claim says',
      [
        'Your name, date of birth and member number.',
        'The day, how long it took, and whether it was in a room or by video.',
        'A code for the kind of session, and a code for a diagnosis.',
        'Who you met.',
      ],
      'What you talked about is not on it. If a plan asks for more, we send the least that answers the question, and you can see on your private page what left the house.',
      '## Before the first bill',
      'Ask your plan four things: whether we are in its network, how much of the deductible is left, what you pay per session, and whether it wants an authorization. Or let us ask; we do it before the first session anyway.',
      '## Without insurance',
      'You may pay yourself and keep insurance out of it. You have the right to an estimate in writing beforehand. It is on the page about fees.',
    ],
  },
  {
    title: 'How to help somebody who says they are fine',
    slug: 'helping-somebody-who-says-they-are-fine',
    summary:
      'What to say to a friend you worry about, what to leave out, and when to stop waiting.',
    topic: 'depression',
    illustration: 'lighthouse',
    author: 'mira',
    daysAgo: 75,
    passages: [
      'You notice that a friend stopped answering, or laughs a little too quickly. You ask, and they say that they are fine. You do not have to be a therapist to be of use now.',
      '## Say what you see',
      'Begin with something you noticed instead of a question they can close: you have not been at practice for three weeks, and I miss you there. Then be quiet for a moment. It is harder than it sounds.',
      '## Offer something small',
      [
        'A walk on a day you name, not some time.',
        'To sit beside them while they write to somebody for help.',
        'A meal, a ride, an hour with the children.',
      ],
      'Leave out advice for the first ten minutes, and leave out everybody who had it worse.',
      '## Ask about suicide if you wonder',
      'Asking does not put the idea into anybody. Use the word. If the answer is yes or you are not sure, stay with them, and call or text 988 together. In immediate danger call 911. You may be the one who calls.',
    ],
  },
]

/** What Mo is still writing. */
export const unfinishedPost: Readonly<Record<string, unknown>> = {
  title: 'A plan for the hour after a panic attack',
  slug: 'after-a-panic-attack',
  summary: 'The attack is over and you are shaking. What to do next, minute by minute.',
  illustration: 'path',
  body: prose([
    'It is over. Your hands shake, you are tired and a little ashamed, and the day still wants things from you.',
    '## The first ten minutes',
    'Sit where your back is held. Drink something. Tell one person in one sentence what happened; a message will do.',
  ]),
}

/** Articles of the demo, oldest last; `day` answers the date so many days ago. */
export const postsOf = ({
  day,
  profiles,
}: {
  day: (daysAgo: number) => string
  profiles: Readonly<Partial<Record<string, string>>>
}): Record<string, unknown>[] =>
  articles.map(({ author, daysAgo, passages, ...article }) => ({
    ...article,
    body: prose(passages),
    publishedOn: day(daysAgo),
    ...(author && profiles[author] ? { author: profiles[author] } : {}),
  }))

/** Addresses that the practice's old website had. */
export const redirects: readonly Record<string, unknown>[] = [
  { oldPath: '/about-us', newPath: '/therapists' },
  { oldPath: '/rates.html', newPath: '/fees' },
  { oldPath: '/blog', newPath: '/posts' },
]

const textNode = (text: string) => ({
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text,
})

const element = { version: 1, direction: 'ltr', format: '', indent: 0 }

const paragraph = (text: string) => ({
  ...element,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children: [textNode(text)],
})

const heading = (text: string) => ({
  ...element,
  type: 'heading',
  tag: 'h2',
  children: [textNode(text)],
})

const bullets = (items: readonly string[]) => ({
  ...element,
  type: 'list',
  listType: 'bullet',
  tag: 'ul',
  start: 1,
  children: items.map((text, index) => ({
    ...element,
    type: 'listitem',
    value: index + 1,
    children: [textNode(text)],
  })),
})

/** A paragraph, a heading (`## ...`) or the points of a list. */
export type Passage = string | readonly string[]

const nodeOf = (passage: Passage) => {
  if (typeof passage !== 'string') return bullets(passage)
  return passage.startsWith('## ') ? heading(passage.slice(3)) : paragraph(passage)
}

/** What was written, as the website's rich text stores it. */
export const prose = (passages: readonly Passage[]) => ({
  root: { ...element, type: 'root', children: passages.map(nodeOf) },
})

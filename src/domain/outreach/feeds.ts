/** An article as the feeds carry it; addresses are whole. */
export type FeedEntry = {
  title: string
  url: string
  summary: string
  byline: string
  /** The day it was published, as YYYY-MM-DD. */
  publishedOn: string
  /** When it was last changed, as an ISO instant. */
  changedAt: string
  text: string
}

export type Feed = {
  title: string
  /** Address of the list of articles. */
  homeUrl: string
  /** Where the feed itself stands. */
  url: string
  entries: readonly FeedEntry[]
}

// XML 1.0 knows no other control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text as it may stand in an element or attribute. */
export const xmlText = (text: string): string =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const tag = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`

const dayStart = (day: string): string => `${day}T00:00:00Z`

/** Never later than a reader's clock: what was changed last. */
const newest = (entries: readonly FeedEntry[]): string =>
  entries
    .map(({ changedAt }) => changedAt)
    .sort()
    .at(-1) ?? dayStart('2026-01-01')

/** RFC 4287. */
export const atomFeed = ({ title, homeUrl, url, entries }: Feed): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    tag('title', title),
    tag('id', homeUrl),
    tag('updated', newest(entries)),
    `<link rel="self" href="${xmlText(url)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(homeUrl)}"/>`,
    ...entries.map((entry) =>
      [
        '<entry>',
        tag('title', entry.title),
        tag('id', entry.url),
        tag('published', dayStart(entry.publishedOn)),
        tag('updated', entry.changedAt),
        `<author>${tag('name', entry.byline || title)}</author>`,
        `<link rel="alternate" type="text/html" href="${xmlText(entry.url)}"/>`,
        `<summary>${xmlText(entry.summary)}</summary>`,
        `<content type="text">${xmlText(entry.text)}</content>`,
        '</entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n')

/** RSS 2.0, https://www.rssboard.org/rss-specification. */
export const rssFeed = ({ title, homeUrl, url, entries }: Feed): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    tag('title', title),
    tag('link', homeUrl),
    tag('description', title),
    tag('lastBuildDate', new Date(newest(entries)).toUTCString()),
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(url)}"/>`,
    ...entries.map((entry) =>
      [
        '<item>',
        tag('title', entry.title),
        tag('link', entry.url),
        `<guid isPermaLink="true">${xmlText(entry.url)}</guid>`,
        tag('pubDate', new Date(dayStart(entry.publishedOn)).toUTCString()),
        ...(entry.byline ? [tag('dc:creator', entry.byline)] : []),
        tag('description', entry.summary),
        '</item>',
      ].join('\n'),
    ),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1. */
export const jsonFeed = ({ title, homeUrl, url, entries }: Feed): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title,
  home_page_url: homeUrl,
  feed_url: url,
  language: 'en-US',
  items: entries.map((entry) => ({
    id: entry.url,
    url: entry.url,
    title: entry.title,
    summary: entry.summary,
    content_text: entry.text,
    date_published: dayStart(entry.publishedOn),
    date_modified: entry.changedAt,
    ...(entry.byline ? { authors: [{ name: entry.byline }] } : {}),
  })),
})

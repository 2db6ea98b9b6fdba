import type { AttachmentLink, CitationLink, ClusterEntity } from '../../../schemas/index.js';
import { LINK_MODELS, isList, isStored, type LinkModel } from '../../model.js';
import type { Driver, SqlValue } from '../driver.js';
import { insertRows } from '../insert.js';
import { linkTableNames, listRows, rowsOf, storedItems } from '../tables.js';
import { cell } from '../cell.js';
import { citationsFound, Library, sameTitle, type CitationFound } from './citations.js';
import { doubtsOf, type Doubt } from './doubts.js';
import { told, writeFindings, type LinkFinding } from './findings.js';
import { compare, identify, mostUsed, type Identified } from './identity.js';
import { attachmentsIn } from './link-attachments.js';
import { citables, citedRows, clusterRows, ratedClusters, type CitedRow, type ClusterRow, type RatedCluster } from './read.js';

/**
 * Makes anew what hangs on all notices together: which clusters are one over the years, which cited documents are in
 * the store, which files belong to which web pages, and findings about them. It depends on nothing but what is stored, so the order of ingesting does not
 * show. Call it inside a transaction, after ids were assigned.
 */
export async function linkAll(driver: Driver): Promise<void> {
  for (const table of linkTableNames().toReversed()) await driver.run(`delete from "${table}"`);
  const clusters = await clusterRows(driver);
  const entities = identify(clusters);
  await writeAll(driver, LINK_MODELS.cluster_entities, entitiesWith(entities, await ratedClusters(driver)));

  const cited = await citedRows(driver);
  const citations = citationsFound(cited, new Library(await citables(driver)));
  await writeAll(driver, LINK_MODELS.citation_links, citations.map(citationLink));

  const attachments = await attachmentsIn(driver);
  await writeAll(driver, LINK_MODELS.attachment_links, attachments.links);
  await writeFindings(driver, [
    ...doubtFindings(doubtsOf(entities), clusters),
    ...citationFindings(citations, cited),
    ...attachments.missing,
  ]);
}

function entitiesWith(entities: readonly Identified[], rated: readonly RatedCluster[]): ClusterEntity[] {
  const owner = new Map(entities.flatMap((e) => e.mentions.map((m): [string, string] => [m.clusterId, e.id])));
  const ratings = new Map<string, RatedCluster[]>();
  for (const each of rated) {
    const id = owner.get(each.clusterId);
    if (id !== undefined) ratings.set(id, [...(ratings.get(id) ?? []), each]);
  }
  return entities.map((entity) => entityOf(entity, ratings.get(entity.id) ?? []));
}

function entityOf({ id, mentions }: Identified, rated: readonly RatedCluster[]): ClusterEntity {
  const [first] = mentions;
  const dates = mentions.flatMap((m) => (m.issuedOn === null ? [] : [m.issuedOn])).toSorted(compare);
  return {
    id,
    name: mostUsed(mentions.map((m) => m.name)),
    names: [...new Set(mentions.map((m) => m.name))].toSorted(compare),
    place_code: first?.placeCode ?? null,
    place: first?.place ?? null,
    park_id: first?.parkId ?? null,
    park: first?.park ?? null,
    industry: mostUsed(mentions.map((m) => m.industry ?? m.name)),
    first_issued_on: dates.at(0) ?? null,
    last_issued_on: dates.at(-1) ?? null,
    mentions: mentions.map((m) => ({ cluster_id: m.clusterId, notice_id: m.noticeId, name: m.name, issued_on: m.issuedOn })),
    ratings: rated
      .map(({ rating }) => ({
        rating_id: String(rating.rating_id),
        notice_id: String(rating.notice_id),
        scheme: String(rating.scheme),
        year: rating.year === null ? null : Number(rating.year),
        grade: String(rating.grade),
        score: rating.score === null ? null : Number(rating.score),
        rank: rating.rank === null ? null : Number(rating.rank),
      }))
      .toSorted((a, b) => (a.year ?? 9999) - (b.year ?? 9999) || compare(a.rating_id, b.rating_id)),
  };
}

const citationLink = ({ id, by, citing, cited }: CitationFound): CitationLink => ({
  id,
  notice_id: citing.noticeId,
  cited_id: cited.id,
  by,
  document_number: citing.documentNumber,
  title: citing.title,
  issued_on: citing.issuedOn,
  cited_issued_on: cited.issuedOn,
});

/** Writes values of a link model, with the lists in them. */
async function writeAll(
  driver: Driver,
  model: LinkModel,
  values: readonly (ClusterEntity | CitationLink | AttachmentLink)[],
): Promise<void> {
  const stored = model.fields.filter(isStored);
  const records = values.map((value) => new Map<string, unknown>(Object.entries(value)));
  const own = records.map((value, i): SqlValue[] => [i + 1, ...stored.map((field) => cell(field, value.get(field.name)))]);
  await insertRows(driver, rowsOf(model), ['pk', ...stored.map((field) => field.name)], own);
  for (const field of model.fields.filter(isList)) {
    const items = storedItems(field);
    const rows = records.flatMap((value, i) => {
      const list: unknown = value.get(field.name);
      return (Array.isArray(list) ? (list as unknown[]) : []).map((item, position): SqlValue[] => {
        const of = new Map<string, unknown>(typeof item === 'object' && item !== null ? Object.entries(item) : []);
        return [i + 1, position, ...items.map((column) => cell(column, field.items ? of.get(column.name) : item))];
      });
    });
    await insertRows(driver, listRows(model, field), ['record_pk', 'position', ...items.map((item) => item.name)], rows);
  }
}

/** Two that may be one: told where the later of their last mentions stands. */
function doubtFindings(doubts: readonly Doubt[], clusters: readonly ClusterRow[]): LinkFinding[] {
  const rows = new Map(clusters.map((row) => [row.clusterId, row]));
  return doubts.flatMap(({ why, a, b }): LinkFinding[] => {
    const [x, y] = [a.mentions.at(-1), b.mentions.at(-1)];
    if (!x || !y) return [];
    const order = compare(x.issuedOn ?? '', y.issuedOn ?? '') || compare(x.clusterId, y.clusterId);
    const [here, there, entity, other] = order >= 0 ? [x, y, a, b] : [y, x, b, a];
    const at = rows.get(here.clusterId);
    if (!at) return [];
    const finding = told({
      check: 'cluster_identity',
      severity: 'info',
      params: { what: why, entity: entity.id, other: other.id, notice: there.noticeId },
      expected: there.name,
      actual: here.name,
    });
    return [{ ...at, finding: { ...finding, start: at.start, end: at.end } }];
  });
}

/** A number that bears another title in the store, and a notice that cites one signed later. */
function citationFindings(found: readonly CitationFound[], cited: readonly CitedRow[]): LinkFinding[] {
  const rows = new Map(cited.map((row) => [row.noticeId, row]));
  return found.flatMap((link): LinkFinding[] => {
    const at = rows.get(link.citing.noticeId);
    if (!at) return [];
    const place = { noticePk: at.noticePk, inputPk: at.inputPk, quote: null, page: null };
    const { title, issuedOn } = link.citing;
    const params = { number: link.cited.documentNumber, notice: link.cited.id };
    const otherTitle =
      link.by === 'number' && title !== null && link.cited.title !== null && !sameTitle(title, link.cited.title)
        ? [
            told({
              check: 'citation',
              severity: 'warning',
              params: { what: 'title', ...params },
              expected: link.cited.title,
              actual: title,
            }),
          ]
        : [];
    const later =
      issuedOn?.length === 10 && link.cited.issuedOn?.length === 10 && link.cited.issuedOn > issuedOn
        ? [
            told({
              check: 'citation',
              severity: 'warning',
              params: { what: 'later', ...params },
              expected: issuedOn,
              actual: link.cited.issuedOn,
            }),
          ]
        : [];
    return [...otherTitle, ...later].map((finding) => ({ ...place, finding }));
  });
}

import type { Driver, Row, SqlValue } from '../driver.js';
import { passageSql } from '../passage.js';
import { LINKED_FILE_ROWS, RESOLUTION_ROWS, slotColumn } from '../tables.js';
import type { PageLink } from './attachments.js';
import type { Citable, Cited } from './citations.js';
import type { NamedCluster } from './identity.js';

const text = (value: SqlValue | undefined): string | null => (typeof value === 'string' ? value : null);
const number = (value: SqlValue | undefined): number | null => (typeof value === 'number' ? value : null);
const named = (value: SqlValue | undefined): string => text(value) ?? '';

/** Notices that stand in several files count once: the first by path, whose id is the plain one. */
const FIRST = `n.id = n.identity`;

const slot = (name: string, of = 'r'): string =>
  `left join ${RESOLUTION_ROWS} as ${name} on ${name}.pk = ${of}.${slotColumn(name)}`;

/** A cluster with the place in the text that it was read from. */
export interface ClusterRow extends NamedCluster {
  noticePk: number;
  inputPk: number;
  quote: string | null;
  start: number | null;
  end: number | null;
  page: number | null;
}

/** All clusters of the store, by id. */
export async function clusterRows(driver: Driver): Promise<ClusterRow[]> {
  const rows = await driver.all(
    `select n.id || ':' || r.key as cluster_id, n.id as notice_id, n.pk as notice_pk, n.input_pk, n.issued_on, r.name,
       ${passageSql('r.quote')} as quote, r."start", r."end", r.page, coalesce(industry.entity_name, industry.name) as industry,
       place.code as place_code, place.entity_name as place, park.entity_id as park_id, park.entity_name as park,
       park.name as park_name, park.code as park_code, region.code as region_code
     from clusters_rows as r join notices_rows as n on n.pk = r.notice_pk
       ${slot('industry')} ${slot('place')} ${slot('park')}
       ${slot('region', 'n')}
     where ${FIRST} order by n.id, r.sort_no`,
  );
  return rows.map((row) => ({
    clusterId: named(row.cluster_id),
    noticeId: named(row.notice_id),
    noticePk: Number(row.notice_pk),
    inputPk: Number(row.input_pk),
    name: named(row.name),
    industry: text(row.industry),
    placeCode: text(row.place_code),
    place: text(row.place),
    parkId: text(row.park_id),
    park: text(row.park),
    parkName: text(row.park_name),
    parkCode: text(row.park_code),
    regionCode: text(row.region_code),
    issuedOn: text(row.issued_on),
    quote: text(row.quote),
    start: number(row.start),
    end: number(row.end),
    page: number(row.page),
  }));
}

/** A grade with the cluster that bears its subject's name in the same notice. */
export interface RatedCluster {
  clusterId: string;
  rating: Row;
}

/** The grades of all clusters, each with the first cluster of its name in its notice. */
export async function ratedClusters(driver: Driver): Promise<RatedCluster[]> {
  const rows = await driver.all(
    `select n.id || ':' || (select k.key from clusters_rows as k where k.notice_pk = r.notice_pk and k.name = r.subject
         order by k.sort_no limit 1) as cluster_id,
       n.id || ':' || r.key as rating_id, n.id as notice_id, r.scheme, r.year, r.grade, r.score, r.rank
     from ratings_rows as r join notices_rows as n on n.pk = r.notice_pk
     where ${FIRST} and r.subject_kind = 'cluster' order by n.id, r.sort_no`,
  );
  return rows.flatMap((row) => (typeof row.cluster_id === 'string' ? [{ clusterId: row.cluster_id, rating: row }] : []));
}

/** Every notice as others may cite it. */
export async function citables(driver: Driver): Promise<Citable[]> {
  const rows = await driver.all(
    `select n.id, n.title, n.document_number, n.issued_on from notices_rows as n where ${FIRST} order by n.id`,
  );
  return rows.map((row) => ({
    id: named(row.id),
    title: text(row.title),
    documentNumber: text(row.document_number),
    issuedOn: text(row.issued_on),
  }));
}

/** A citation with the notice that it stands in. */
export interface CitedRow extends Cited {
  noticePk: number;
  inputPk: number;
}

/** Every document that notices name, in the order in which they do. */
export async function citedRows(driver: Driver): Promise<CitedRow[]> {
  const rows = await driver.all(
    `select n.id as notice_id, n.pk as notice_pk, n.input_pk, n.issued_on, c.title, c.document_number
     from notices_cites_rows as c join notices_rows as n on n.pk = c.record_pk where ${FIRST} order by n.id, c.position`,
  );
  return rows.map((row) => ({
    noticeId: named(row.notice_id),
    noticePk: Number(row.notice_pk),
    inputPk: Number(row.input_pk),
    issuedOn: text(row.issued_on),
    title: text(row.title),
    documentNumber: text(row.document_number),
  }));
}

/** A link of a page to a file, with the page's input. */
export interface PageLinkRow extends PageLink {
  inputPk: number;
}

/** Every link of a page to a file, in the order of paths and of the links. */
export async function pageLinks(driver: Driver): Promise<PageLinkRow[]> {
  const rows = await driver.all(
    `select i.pk, i.path as page_path, l.title, l.href, l.path from ${LINKED_FILE_ROWS} as l join inputs as i on i.pk = l.input_pk
     order by i.path, l.position`,
  );
  return rows.map((row) => ({
    inputPk: Number(row.pk),
    pagePath: named(row.page_path),
    title: named(row.title),
    href: named(row.href),
    path: text(row.path),
  }));
}

export interface StoredNotice {
  id: string;
  pk: number;
  path: string;
}

/** Every notice with the path of its input, in the order of paths. */
export async function storedNotices(driver: Driver): Promise<StoredNotice[]> {
  const rows = await driver.all(
    `select n.id, n.pk, i.path from notices_rows as n join inputs as i on i.pk = n.input_pk order by i.path, n.sort_no`,
  );
  return rows.map((row) => ({ id: named(row.id), pk: Number(row.pk), path: named(row.path) }));
}

/** The paths of all inputs. */
export async function inputPaths(driver: Driver): Promise<string[]> {
  return (await driver.all('select path from inputs order by path')).map((row) => named(row.path));
}

/** Media types of the files that are made here. */
export const CSV = 'text/csv; charset=utf-8; header=present';
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const JSON_LINES = 'application/x-ndjson; charset=utf-8';
export const CALENDAR = 'text/calendar; charset=utf-8';

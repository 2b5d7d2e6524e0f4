// Whether a place is open now: by the phone's clock in China's time, the place's hours and the published calendars.
// @ts-check

/**
 * @typedef {{days: number[], opens: string, closes: string, by_appointment?: boolean}} Times
 * @typedef {"closed" | "as-usual" | "by-appointment"} Such
 * @typedef {{weekly?: Times[], holidays?: Such, make_up_days?: Such,
 *   special?: {starts: string, ends: string, why: string, weekly: Times[]}[]}} Hours
 * @typedef {{years: number[], holidays: [name: string, starts: string, ends: string][], workdays: string[]}} Calendars
 * @typedef {{times: Times[] | null, why: string}} Day `times` is null where nobody has said what holds
 */

const DAY = 24 * 3600e3;
const FURTHEST = 60;
const WORKING_DAYS = [1, 2, 3, 4, 5];

/** A moment as China writes it: its day and its time. @param {number} moment */
const inChina = (moment) => new Date(moment + 8 * 3600e3).toISOString().split(/[T.]/).slice(0, 2);
/** @param {string} day */
const weekday = (day) => new Date(day).getUTCDay() || 7;
/** @param {string} text @param {Record<string, string | number>} values */
const filled = (text, values) => text.replace(/{(\w+)}/g, (_, name) => String(values[name]));

/** The times of a weekday, in order. @param {Times[]} weekly @param {number} day */
const of = (weekly, day) =>
  weekly.filter((times) => times.days.includes(day)).sort((a, b) => (a.opens < b.opens ? -1 : 1));

/** What a place keeps on one day. @param {Hours} hours @param {Calendars} calendars @param {any} words @param {string} day
 * @returns {Day} */
function on(hours, calendars, words, day) {
  const holiday = calendars.holidays.find(([, starts, ends]) => starts <= day && day <= ends);
  const makeUp = !holiday && calendars.workdays.includes(day);
  const special = (hours.special ?? []).find(({ starts, ends }) => starts <= day && day <= ends);
  const weekly = (special && special.weekly.length ? special.weekly : hours.weekly) ?? [];
  const usual = of(weekly, weekday(day));
  const [from, until] = holiday ? [holiday[1], holiday[2]] : [day, day];
  const itself = special && (!(holiday || makeUp) || (special.starts >= from && special.ends <= until));
  if (special && (itself || !special.weekly.length)) {
    return { times: special.weekly.length ? usual : [], why: special.why };
  }
  if (holiday) return such(hours.holidays, usual, filled(words.holiday, { name: holiday[0] }), null);
  if (makeUp) return such(hours.make_up_days, usual, words.make_up_day, workingDay(weekly));
  return { times: usual, why: special ? special.why : "" };
}

/** @param {Such | undefined} said @param {Times[]} usual @param {string} why @param {Times[] | null} unsaid @returns {Day} */
function such(said, usual, why, unsaid) {
  if (said === "closed") return { times: [], why };
  if (said === "as-usual") return { times: usual, why };
  if (said === "by-appointment") return { times: usual.map((times) => ({ ...times, by_appointment: true })), why };
  return { times: unsaid, why };
}

/** The times that Monday to Friday have in common, null if they don't. @param {Times[]} weekly */
function workingDay(weekly) {
  /** @param {Times[]} times */
  const said = (times) => times.map(({ opens, closes, by_appointment = false }) => `${opens} ${closes} ${by_appointment}`).join();
  const [first, ...others] = WORKING_DAYS.map((day) => of(weekly, day));
  return first.length && others.every((other) => said(other) === said(first)) ? first : null;
}

/**
 * What to say of a moment: in one word what it is, in a sentence, and what else there is to know.
 * @param {Hours} hours @param {Calendars} calendars @param {any} words @param {number} now in milliseconds
 * @returns {{is: "open" | "closed" | "call", said: string, more: string[]}}
 */
export function state(hours, calendars, words, now) {
  const [today, time] = inChina(now);
  const { times, why } = on(hours, calendars, words, today);
  const unknown = beyond(calendars, words, today);
  const more = [why, unknown].filter(Boolean);
  if (!hours.weekly?.length && !times?.length && !why) return { is: "call", said: words.no_times, more };
  if (times === null) return { is: "call", said: words.call, more };
  const current = times.find(({ opens, closes }) => opens <= time && time < `${closes}:00`);
  if (current) {
    const until = short(current.closes);
    const said = filled(current.by_appointment ? words.by_appointment : unknown ? words.usually_open : words.open, { until });
    return { is: current.by_appointment || unknown ? "call" : "open", said, more };
  }
  const next = unknown ? "" : again(hours, calendars, words, now);
  return { is: "closed", said: unknown ? words.usually_closed : words.closed, more: [...more, next].filter(Boolean) };
}

/** That the holidays of a day's year are not known, where they aren't. @param {Calendars} calendars @param {any} words
 * @param {string} day */
function beyond(calendars, words, day) {
  const year = day.slice(0, 4);
  return calendars.years.includes(Number(year)) ? "" : filled(words.calendar_unknown, { year });
}

/** When it opens next, as far as is known. @param {Hours} hours @param {Calendars} calendars @param {any} words
 * @param {number} now */
function again(hours, calendars, words, now) {
  const [, time] = inChina(now);
  for (let ahead = 0; ahead < FURTHEST; ahead++) {
    const [day] = inChina(now + ahead * DAY);
    const next = on(hours, calendars, words, day).times?.find(({ opens }) => ahead || opens > time);
    const unknown = beyond(calendars, words, day);
    if (unknown) return unknown;
    if (!next) continue;
    const [, month, date] = day.split("-").map(Number);
    const dated = filled(words.date, { month: words.months[month - 1], day: date });
    const named = [words.today, words.tomorrow][ahead] ?? (ahead < 7 ? words.weekdays[weekday(day) - 1] : dated);
    return filled(next.by_appointment ? words.again_by_appointment : words.again, { day: named, time: short(next.opens) });
  }
  return "";
}

/** @param {string} time */
const short = (time) => time.replace(/^0/, "");

/** Says of every place in `within` whether it is open. @param {ParentNode} within */
export function tell(within) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll("[data-hours]"))) {
    const { hours = "{}", calendars = "{}", words = "{}" } = element.dataset;
    const { is, said, more } = state(JSON.parse(hours), JSON.parse(calendars), JSON.parse(words), Date.now());
    const strong = document.createElement("strong");
    strong.textContent = said;
    element.replaceChildren(strong, ...more.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
    element.dataset.is = is;
    element.hidden = false;
  }
}

tell(document);
setInterval(() => tell(document), 60e3);

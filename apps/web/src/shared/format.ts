/** Dates, money and numbers as Viet Nam writes them; always Asia/Ho_Chi_Minh. */
const zone = 'Asia/Ho_Chi_Minh';
const dayFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const instantFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour12: false,
});
const weekdayFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });

/** `2026-11-22` → `22/11/2026`. */
export const formatDay = (day: string): string => dayFormat.format(new Date(`${day}T12:00:00+07:00`));
export const formatWeekday = (day: string): string => weekdayFormat.format(new Date(`${day}T12:00:00+07:00`));
export const formatInstant = (instant: string): string => instantFormat.format(new Date(instant));
export const formatDong = (amount: number): string => `${number.format(amount)}\u00a0₫`;
export const formatNumber = (amount: number): string => number.format(amount);

#!/usr/bin/env python3
"""
Repayment plans counted a second time, by other means than the library: Python's own dates, exact fractions added day by day
(or month by month for 30/360), and the level total of an annuity found by bisection instead of being solved.
Prints the cases as JSON:  python3 independent_tables.py > plans.json
"""
import calendar
import json
from datetime import date, timedelta
from fractions import Fraction


def leap(year):
    return calendar.isleap(year)


def year_share(kind, start, end):
    """Share of a year, one day after another; 30/360 by its own table of thirty-day months."""
    if kind == '30/360':
        d1 = 30 if start.day == 31 else start.day
        d2 = 30 if end.day == 31 and d1 == 30 else end.day
        return Fraction((end.year - start.year) * 360 + (end.month - start.month) * 30 + d2 - d1, 360)
    total, day = Fraction(0), start
    while day < end:
        basis = {'actual/365': 365, 'actual/360': 360, 'actual/actual': 366 if leap(day.year) else 365}[kind]
        total += Fraction(1, basis)
        day += timedelta(days=1)
    return total


def half_up(amount, unit):
    units, rest = divmod(amount, unit)
    return int(units + (1 if rest * 2 >= unit else 0)) * unit


def months_later(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def due_days(case):
    due = case['due']
    if 'periods' in due:
        first = date.fromisoformat(due['periods']['firstOn'])
        return [(months_later(first, k * due['periods']['everyMonths']), 1) for k in range(due['periods']['count'])]
    if 'days' in due:
        return [(date.fromisoformat(d['on']), d.get('share', d.get('principal', 1))) for d in due['days']]
    start, last = date.fromisoformat(case['disbursements'][0]['on']), date.fromisoformat(due['lastOn'])
    days = []
    for year in range(start.year, last.year + 1):
        for h in due['harvests']:
            day = date(year, h['month'], min(h['day'], calendar.monthrange(year, h['month'])[1]))
            if start < day <= last:
                days.append((day, h.get('share', 1)))
    return sorted(days)


def exact_interest(case, start, end, opening):
    """Exact interest of one period, and the balance at its end."""
    paid = [(date.fromisoformat(d['on']), d['amount']) for d in case['disbursements']]
    rates = [(date.fromisoformat(r['from']), r['basisPoints']) for r in case['rates']]
    cuts = sorted({start, end, *(d for d, _ in paid if start <= d < end), *(d for d, _ in rates if start < d < end)})
    balance, interest = Fraction(opening), Fraction(0)
    for a, b in zip(cuts, cuts[1:]):
        balance += sum(amount for d, amount in paid if d == a)
        rate = [bp for d, bp in rates if d <= a][-1]
        interest += balance * Fraction(rate, 10000) * year_share(case['dayCount'], a, b)
    return interest, balance


def in_shares(amount, shares, case):
    unit, whole = case['rounding']['unit'], sum(shares)
    parts = [amount * s // whole // unit * unit for s in shares]
    with_share = [k for k, s in enumerate(shares) if s > 0]
    parts[with_share[0 if case['rounding']['remainder'] == 'first' else -1]] += amount - sum(parts)
    return parts


def plan(case):
    days, unit = due_days(case), case['rounding']['unit']
    grace = case.get('grace', {'periods': 0, 'on': 'principal'})
    method, n, g = case['method'], len(days), grace['periods']
    starts = [date.fromisoformat(case['disbursements'][0]['on'])] + [d for d, _ in days[:-1]]

    def unrounded_rest(level):
        balance = Fraction(0)
        for k in range(n):
            interest, balance = exact_interest(case, starts[k], days[k][0], balance)
            if k >= g:
                balance = balance + interest - level
        return balance

    level = None
    if method == 'annuity':
        low, high = Fraction(0), Fraction(case['principal']) * 3
        for _ in range(160):
            middle = (low + high) / 2
            low, high = (middle, high) if unrounded_rest(middle) > 0 else (low, middle)
        level = half_up(high, unit)
    else:
        shares = [0 if k < g else (1 if k == n - 1 else 0) if method == 'bullet' else s for k, (_, s) in enumerate(days)]
        principals = [s for _, s in days] if method == 'agreed' else in_shares(case['principal'], shares, case)

    rows, balance, exact, charged, deferred, spread = [], 0, Fraction(0), 0, 0, None
    for k in range(n):
        interest, balance = exact_interest(case, starts[k], days[k][0], balance)
        balance = int(balance)
        if case['rounding']['interest'] == 'carried':
            exact += interest
            rounded = half_up(exact, unit) - charged
            charged += rounded
        else:
            rounded = half_up(interest, unit)
        if method == 'annuity':
            principal = 0 if k < g else balance if k == n - 1 else min(balance, max(0, level - rounded))
        else:
            principal = principals[k]
        if grace['on'] == 'both' and k < g:
            deferred, due = deferred + rounded, 0
        else:
            if grace['on'] == 'both' and spread is None:
                spread = in_shares(deferred, [1] * (n - g), case) if grace.get('deferredInterest') == 'spread' else [deferred]
            extra = spread[k - g] if spread and k - g < len(spread) else 0
            due = rounded + extra
        balance -= principal
        rows.append([days[k][0].isoformat(), principal, due, balance])
    assert balance == 0 and sum(r[1] for r in rows) == case['principal']
    return rows


ONE = {'unit': 1, 'remainder': 'last', 'interest': 'each'}
THOUSAND = {'unit': 1000, 'remainder': 'first', 'interest': 'carried'}


def loan(name, amount, on, method, due, day_count='actual/365', bp=513, rounding=ONE, **more):
    return {'name': name, 'principal': amount, 'disbursements': [{'on': on, 'amount': amount}],
            'rates': [{'from': on, 'basisPoints': bp}], 'due': due, 'method': method, 'dayCount': day_count,
            'rounding': rounding, **more}


def monthly(first, count, every=1):
    return {'periods': {'firstOn': first, 'count': count, 'everyMonths': every}}


CASES = [
    loan('equal principal, 36 months, 5.13 % a year', 500_000_000, '2026-01-15', 'equalPrincipal', monthly('2026-02-15', 36)),
    loan('equal principal that does not divide', 100_000_001, '2026-01-31', 'equalPrincipal', monthly('2026-02-28', 7)),
    loan('equal principal, last day of each month', 305_000_000, '2026-01-31', 'equalPrincipal', monthly('2026-01-31', 1)
         | {'periods': {'firstOn': '2026-03-31', 'count': 12, 'everyMonths': 1}}),
    loan('equal principal in thousands, remainder first', 250_000_500, '2025-12-20', 'equalPrincipal', monthly('2026-03-20', 8, 3), rounding=THOUSAND),
    loan('annuity, 24 months', 300_000_000, '2026-03-01', 'annuity', monthly('2026-04-01', 24), bp=720),
    loan('annuity over a leap year, actual/actual', 1_000_000_000, '2027-07-10', 'annuity', monthly('2027-08-10', 18), 'actual/actual', 900),
    loan('annuity, 30/360, months end', 750_000_000, '2026-08-31', 'annuity', monthly('2026-09-30', 12), '30/360', 600),
    loan('annuity with a long first period', 420_000_000, '2026-01-05', 'annuity', monthly('2026-03-20', 10), 'actual/360', 840),
    loan('annuity in thousands, remainder last', 333_333_000, '2026-05-12', 'annuity', monthly('2026-06-12', 15),
         rounding={'unit': 1000, 'remainder': 'last', 'interest': 'each'}),
    loan('annuity in hundreds', 98_765_400, '2026-05-12', 'annuity', monthly('2026-06-12', 9), bp=1234,
         rounding={'unit': 100, 'remainder': 'last', 'interest': 'carried'}),
    loan('annuity without interest', 60_000_000, '2026-01-01', 'annuity', monthly('2026-02-01', 7), bp=0),
    loan('bullet with quarterly interest', 200_000_000, '2026-02-10', 'bullet', monthly('2026-05-10', 4, 3), bp=480),
    loan('bullet, one period, actual/actual over new year', 90_000_000, '2027-11-30', 'bullet', {'days': [{'on': '2028-02-29'}]}, 'actual/actual'),
    loan('rice, two harvests a year', 150_000_000, '2026-01-20', 'equalPrincipal',
         {'harvests': [{'month': 4, 'day': 30, 'share': 60}, {'month': 9, 'day': 31, 'share': 40}], 'lastOn': '2027-12-31'}),
    loan('grace on principal for six months', 480_000_000, '2026-01-15', 'equalPrincipal', monthly('2026-02-15', 24),
         grace={'periods': 6, 'on': 'principal'}),
    loan('grace on both, paid with the first after it', 480_000_000, '2026-01-15', 'equalPrincipal', monthly('2026-04-15', 8, 3),
         grace={'periods': 2, 'on': 'both', 'deferredInterest': 'firstAfter'}),
    loan('grace on both, spread, annuity', 275_000_000, '2026-06-01', 'annuity', monthly('2026-07-01', 18), bp=660,
         grace={'periods': 3, 'on': 'both', 'deferredInterest': 'spread'}),
    loan('agreed days, interest alone in between', 120_000_000, '2026-03-03', 'agreed',
         {'days': [{'on': '2026-06-03', 'principal': 0}, {'on': '2026-09-03', 'principal': 50_000_000}, {'on': '2027-03-03', 'principal': 70_000_000}]}),
    {'name': 'three tranches, one after the first due day', 'principal': 600_000_000,
     'disbursements': [{'on': '2026-01-10', 'amount': 200_000_000}, {'on': '2026-02-25', 'amount': 300_000_000}, {'on': '2026-05-10', 'amount': 100_000_000}],
     'rates': [{'from': '2026-01-10', 'basisPoints': 513}], 'due': monthly('2026-03-10', 12), 'method': 'annuity',
     'dayCount': 'actual/365', 'rounding': ONE},
    {'name': 'the rate changes twice, once on a due day', 'principal': 400_000_000,
     'disbursements': [{'on': '2026-01-10', 'amount': 400_000_000}],
     'rates': [{'from': '2026-01-01', 'basisPoints': 600}, {'from': '2026-04-10', 'basisPoints': 540}, {'from': '2026-08-25', 'basisPoints': 900}],
     'due': monthly('2026-02-10', 12), 'method': 'equalPrincipal', 'dayCount': 'actual/365', 'rounding': ONE},
]

if __name__ == '__main__':
    print(json.dumps([{'terms': {k: v for k, v in c.items() if k != 'name'}, 'name': c['name'], 'rows': plan(c)} for c in CASES],
                     ensure_ascii=False, indent=1))

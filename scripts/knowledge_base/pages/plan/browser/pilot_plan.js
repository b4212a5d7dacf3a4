/*
 * What an area would need for a pilot: the arithmetic of views/pilot_plan.py, step by step in
 * the same order, so that both give the same numbers to the last digit. Touches no page.
 */
(function () {
  'use strict';

  var SESSIONS_PER_YEAR = { weekly: 52, fortnightly: 26, monthly: 12, quarterly: 4 };
  var WEEKS = 52;
  var CYCLE_WEEKS = 4;

  function range(low, central, high) {
    return { low: low, central: central, high: high };
  }

  function fixed(figure) {
    return range(figure, figure, figure);
  }

  function times(a, factor) {
    return range(a.low * factor, a.central * factor, a.high * factor);
  }

  function plus(a, b) {
    return range(a.low + b.low, a.central + b.central, a.high + b.high);
  }

  function product(a, b) {
    return range(a.low * b.low, a.central * b.central, a.high * b.high);
  }

  function spread(figures) {
    var sorted = figures.slice().sort(function (a, b) { return a - b; });
    var half = Math.floor(sorted.length / 2);
    var middle = sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return range(sorted[0], middle, sorted[sorted.length - 1]);
  }

  function supervisionGroups(keyWorkers, teams, groupSize) {
    var each = Math.floor(keyWorkers / teams);
    var larger = keyWorkers % teams;
    return larger * Math.ceil((each + 1) / groupSize) + (teams - larger) * Math.ceil(each / groupSize);
  }

  function groupsToBuy(keyWorkers, offer) {
    return Math.ceil(keyWorkers / offer.places);
  }

  function trainingPrice(inputs, offer) {
    var bought = inputs.whole_groups
      ? groupsToBuy(inputs.key_workers, offer)
      : inputs.key_workers / offer.places;
    var price = bought * offer.amount;
    return offer.plus_vat ? price * (1 + inputs.vat_percent / 100) : price;
  }

  function problem(field, figure) {
    if (!Number.isFinite(figure)) { return 'Enter a number.'; }
    if (field.whole && figure !== Math.trunc(figure)) { return 'Enter a whole number.'; }
    if (figure < field.least || figure > field.most) {
      return 'Enter a number from ' + field.least.toLocaleString('en-GB') + ' to ' +
        field.most.toLocaleString('en-GB') + '.';
    }
    return null;
  }

  /** Return what keeps a plan from being made: pairs of a field's name and a message. */
  function problems(inputs, fields, mostPrice) {
    var found = [];
    fields.forEach(function (field) {
      var value = inputs[field.name];
      var figures = typeof value === 'object' ? [value.low, value.central, value.high] : [value];
      var message = null;
      figures.forEach(function (figure) { message = message || problem(field, figure); });
      if (!message && (figures[0] > figures[1] || figures[1] > figures[2])) {
        message = 'Low must not be above central, and central not above high.';
      }
      if (!message && field.name === 'teams' && value > inputs.key_workers) {
        message = 'There can’t be more teams than key workers.';
      }
      if (message) { found.push([field.name, message]); }
    });
    inputs.offers.forEach(function (offer) {
      if (!(Number.isFinite(offer.amount) && offer.amount >= 0 && offer.amount <= mostPrice)) {
        found.push(['own_amount', 'Enter a price from 0 to ' + mostPrice.toLocaleString('en-GB') + '.']);
      }
      if (!(offer.places >= 1 && offer.places === Math.trunc(offer.places))) {
        found.push(['own_places', 'Enter a whole number of places, 1 or more.']);
      }
    });
    if (!inputs.offers.length) { found.push(['own_amount', 'Choose a course or enter a price.']); }
    return found;
  }

  /** Return what follows from inputs that have no problems. */
  function plan(inputs) {
    var workers = inputs.key_workers;
    var groups = supervisionGroups(workers, inputs.teams, inputs.group_size);
    var aYear = SESSIONS_PER_YEAR[inputs.frequency] * (WEEKS - inputs.weeks_off) / WEEKS;
    var sessionsEach = aYear * inputs.months / 12;
    var session = inputs.session_hours;
    var clinicianHoursEach = times(
      plus(session, fixed(inputs.preparation_hours)), inputs.clinicians_per_session
    );
    var clinicianHours = times(clinicianHoursEach, groups * sessionsEach);
    var paid = times(product(inputs.clinicians, inputs.weekly_hours), WEEKS * inputs.months / 12);
    var supervisionHours = times(session, workers * sessionsEach);
    var trainingCost = spread(inputs.offers.map(function (offer) {
      return trainingPrice(inputs, offer);
    }));
    var clinicianCost = times(
      times(product(inputs.clinicians, inputs.salary), inputs.months / 12),
      1 + inputs.on_cost_percent / 100
    );
    var otherCosts = fixed(inputs.other_costs);
    var bought = inputs.offers
      .filter(function (offer) { return offer.places > 1; })
      .map(function (offer) { return groupsToBuy(workers, offer); });
    return {
      inputs: inputs,
      places: workers,
      training_groups: spread(bought.length ? bought : [0]),
      training_days: times(inputs.training_days, workers),
      contact_hours: workers * inputs.contact_hours,
      independent_hours: workers * inputs.independent_hours,
      groups: groups,
      sessions_each: sessionsEach,
      sessions: groups * sessionsEach,
      sessions_a_month: groups * aYear / 12,
      worker_hours_a_month: times(session, aYear / 12),
      supervision_hours: supervisionHours,
      worker_hours: plus(
        supervisionHours, fixed(workers * inputs.contact_hours + workers * inputs.independent_hours)
      ),
      family_minutes: times(
        session, 60 * aYear * CYCLE_WEEKS / WEEKS * groups / (workers * inputs.families)
      ),
      clinician_hours_a_month: times(clinicianHoursEach, groups * aYear / 12),
      clinician_hours: clinicianHours,
      clinician_share: range(
        100 * clinicianHours.low / paid.high,
        100 * clinicianHours.central / paid.central,
        100 * clinicianHours.high / paid.low
      ),
      training_cost: trainingCost,
      clinician_cost: clinicianCost,
      other_costs: otherCosts,
      cost: plus(plus(trainingCost, clinicianCost), otherCosts)
    };
  }

  window.kbPilot = {
    SESSIONS_PER_YEAR: SESSIONS_PER_YEAR,
    WEEKS: WEEKS,
    CYCLE_WEEKS: CYCLE_WEEKS,
    times: times,
    groupsToBuy: groupsToBuy,
    trainingPrice: trainingPrice,
    problems: problems,
    plan: plan
  };
}());

"""What people write, read: plain Chinese in, an intent with typed values out, or a doubt with its reason.

The way of a reply; each module is one step of it, and says in its first line which.

1. `hear` leads. A notice whose words nobody has taught is left to `any_trade`; `measured` puts its units in known ones.
2. The text is put plainly: `usual_signs`, `courtesies`, `pictographs`, `relayed`; tables by `pasted` and `sheet`; what
   was typed wrongly or is told anew by `as_meant` (`slips`, `corrected`, `anew`), of figures by `old_figures` and
   `plain_figures`.
3. `intents` says what the writer wants: `intent_words`, `heard_words`, `small_talk`, `questions`, `promises`.
4. `values_in` reads by the shape of the question, unless `provisos` takes all of it back; without `other_matter`.
   - Figures: `written` holds what their readings share. `told` reads by the words of the form alone (`vocabulary`, made
     of `sayings`; `tokens`, `attached`). Otherwise `figures` finds each of the `amounts` and what it counts (`masking`,
     `placing`, `naming`, `resolving`), and makes values of them (`settling`, `plausible`). What that leaves open is
     weighed by `second_opinion` (`ways`, `weighed`), without `asides`, and once more as `accounts` puts it.
   - Points: `points` reads them clause by clause (`statements`, `headings`, `states`, `point_names`, `point_times`,
     `of_the_kind`, `of_the_thing`), their days by `day_points`, their ranks by `rank_points`; `point_objections` has
     the last word.
   - The round is read by `domain.roll_call`, a meeting and an entry by `domain.meeting` and `domain.entry`.
5. What seems certain is doubted once more: `objections`, `totals`, `qualified` (`other_span`, `unsettled`,
   `part_only`); of figures also by `second_thoughts`, which want a reason for each that is no value (`unexplained`).
6. Figures are put in plain words before all of this (`beforehand`: `dialects`, `dictated`, `named_again`, `set_aside`,
   `asked_beside`, `each_time`, `lone_figure`), forms of years are read year by year (`year_by_year`), and when all is
   read their writer has the last word on them (`last_look`: `provisos`, `reserved`, `disowned`).

Words of which one step makes something stand in its module, those that several share in `words`, `risks` and
`point_words`.
"""

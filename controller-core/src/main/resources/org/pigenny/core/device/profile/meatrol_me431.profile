# Meatrol ME431 energy meter (site-controller.md 1.5). 32-bit values high word first.
profile | meatrol_me431
title   | Meatrol ME431 energy meter
kind    | load_meter
order   | high
base    | 0
limit   | 60
settle_ms | 0
poll | 1 | hold | 1000 | 34
poll | 1 | hold | 1040 | 28
poll | 5 | hold | 4006 | 2
hold | 1000 | voltage_l1     | f32 | 1   | V   | r | yes | 0..600 | |
hold | 1002 | voltage_l2     | f32 | 1   | V   | r | yes | 0..600 | |
hold | 1004 | voltage_l3     | f32 | 1   | V   | r | yes | 0..600 | |
hold | 1016 | current_l1     | f32 | 1   | A   | r | yes |        | |
hold | 1018 | current_l2     | f32 | 1   | A   | r | yes |        | |
hold | 1020 | current_l3     | f32 | 1   | A   | r | yes |        | |
hold | 1032 | active_power   | f32 | 0.001 | kW | r | yes |       | role:load_active_power |
hold | 1040 | reactive_power | f32 | 0.001 | kvar | r | yes |     | role:load_reactive_power |
hold | 1048 | apparent_power | f32 | 0.001 | kVA | r | yes |      | |
hold | 1056 | power_factor   | f32 | 1   |     | r | yes | -1..1  | |
hold | 1066 | frequency      | f32 | 1   | Hz  | r | yes | 0..70  | |
hold | 4006 | energy         | u32 | 0.1 | kWh | r | yes |        | role:load_kwh_counter |

# ComAp generator controller. Its maker counts from 1; the numbers 100 to 112 are placeholders of the first description
# (site-controller.md 1.5) and must be set to those of the controller's own export before it is trusted.
profile | comap
title   | ComAp generator controller
kind    | diesel_generator_controller
order   | high
base    | 1
limit   | 13
settle_ms | 0
poll | 1 | hold | 100 | 13
hold | 100 | state            | u16 | 1    | code | r | yes |         | | placeholder numbers
hold | 101 | engine_speed     | u16 | 1    | 1/min | r | yes | 0..4000 | |
hold | 102 | voltage          | u16 | 1    | V    | r | yes | 0..700  | |
hold | 103 | frequency        | u16 | 0.1  | Hz   | r | yes | 0..70   | |
hold | 104 | active_power     | s16 | 0.1  | kW   | r | yes |         | role:diesel_generator_active_power |
hold | 105 | power_factor     | s16 | 0.01 |      | r | yes | -1..1   | |
hold | 106 | coolant_temperature | s16 | 1 | °C   | r | yes | -40..150 | |
hold | 107 | oil_pressure     | u16 | 0.1  | bar  | r | yes | 0..20   | |
hold | 108 | fuel_level       | u16 | 1    | %    | r | yes | 0..100  | |
hold | 109 | battery_voltage  | u16 | 0.1  | V    | r | yes | 0..40   | |
hold | 110 | energy           | u32 | 1    | kWh  | r | yes |         | role:diesel_generator_kwh_counter |
hold | 112 | running_hours    | u16 | 1    | h    | r | yes |         | |

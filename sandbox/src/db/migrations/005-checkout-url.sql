alter table publishers add column checkout_url text not null default 'https://publisher.example/checkout';
update publishers set checkout_url = 'https://nordlicht.example/checkout' where id = 204118605;
